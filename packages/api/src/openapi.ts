// The OpenAPI document, made from the routes' own schemas.
import { errorCatalogue } from '@skein/contracts'
import { z } from 'zod'
import { statusOf } from './api-error.ts'
import type { Route } from './route.ts'

const everywhere = ['INVALID_ARGUMENT', 'UNAVAILABLE', 'OVERLOADED', 'INTERNAL'] as const
const withToken = ['UNAUTHENTICATED', 'TOKEN_INVALID', 'TOKEN_EXPIRED', 'TOKEN_REVOKED'] as const
const withOperatorKey = ['UNAUTHENTICATED', 'FORBIDDEN'] as const
const withBody = ['TOO_LARGE'] as const

const errorAnswer = z.object({
  error: z.object({
    code: z.enum(Object.keys(errorCatalogue)),
    message: z.string(),
    retriable: z.boolean().meta({ description: 'The same request may succeed later' }),
    detail: z.string().optional().meta({ description: 'The field, limit or part concerned' }),
    retryAfterMs: z.int().optional().meta({ description: 'Milliseconds to wait before the next try' }),
  }),
})

export function openApiDocument(routes: readonly Route[], version: string): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    paths[path] ??= {}
    paths[path][route.method.toLowerCase()] = operation(route)
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Skein HTTP API', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    paths,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        operatorKey: { type: 'http', scheme: 'bearer' },
      },
      schemas: { Error: schemaOf(errorAnswer, 'output') },
    },
  }
}

/** What a route asks of who calls it, and what it answers to who does not have it. */
const asked = {
  none: { security: null, codes: [] },
  bearer: { security: { token: [] }, codes: withToken },
  operator: { security: { operatorKey: [] }, codes: withOperatorKey },
} satisfies Record<Route['auth'], object>

function operation(route: Route): object {
  const { security, codes } = asked[route.auth]
  return {
    operationId: route.operationId,
    summary: route.summary,
    ...(security ? { security: [security] } : {}),
    parameters: parametersOf(route),
    ...(route.body ? { requestBody: { required: true, content: json(schemaOf(route.body, 'input')) } } : {}),
    responses: {
      [route.status]: { description: 'Done', ...(route.answer ? { content: json(schemaOf(route.answer, 'output')) } : {}) },
      ...errorResponses([...everywhere, ...codes, ...(route.body ? withBody : []), ...route.errors]),
    },
  }
}

function parametersOf(route: Route): object[] {
  const header = { name: 'skein-app-secret', in: 'header', required: false, schema: { type: 'string' } }
  return [...fields(route.params, 'path'), ...fields(route.query, 'query'), ...(route.takesAppSecret ? [header] : [])]
}

function fields(schema: z.ZodType | undefined, where: 'path' | 'query'): object[] {
  if (!schema) return []
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as { properties?: Record<string, object>; required?: string[] }
  return Object.entries(properties).map(([name, property]) => ({ name, in: where, required: required.includes(name), schema: property }))
}

function errorResponses(codes: readonly Route['errors'][number][]): Record<number, object> {
  const byStatus = Map.groupBy(new Set(codes), statusOf)
  return Object.fromEntries(
    [...byStatus].map(([status, list]) => [
      status,
      {
        description: list.map((code) => `${code}: ${errorCatalogue[code].meaning}`).join('\n\n'),
        content: json({ $ref: '#/components/schemas/Error' }),
      },
    ]),
  )
}

const json = (schema: object) => ({ 'application/json': { schema } })

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io })
  return rest
}
