// A route as data: what it takes and gives as schemas, which errors it may answer, what it does. The server checks requests
// by it and the OpenAPI document is made from it, so the two cannot disagree.
import type { ErrorCode } from '@skein/contracts'
import { isAppId, isUserId } from '@skein/contracts'
import { z } from 'zod'
import { ApiError } from './api-error.ts'
import type { TokenClaims } from './token.ts'

export interface RouteRequest<Params, Query, Body> {
  readonly params: Params
  readonly query: Query
  readonly body: Body
  /** What limits count this client by. */
  readonly addressKey: string
  readonly appSecret: string | undefined
  /** Throws UNAUTHENTICATED on a route that wants no token. */
  readonly claims: () => TokenClaims
}

export interface RouteDefinition<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType, Answer extends z.ZodType> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** With :name for parameters. */
  readonly path: string
  readonly operationId: string
  readonly summary: string
  /** What it asks for: nothing, the token of a login, or the operator key. */
  readonly auth: 'none' | 'bearer' | 'operator'
  readonly takesAppSecret?: boolean
  readonly params: Params
  readonly query?: Query
  readonly body?: Body
  readonly status: number
  /** undefined for an answer without a body. */
  readonly answer?: Answer
  readonly errors: readonly ErrorCode[]
  readonly handle: (request: RouteRequest<z.output<Params>, z.output<Query>, z.output<Body>>) => Promise<z.input<Answer> | undefined>
}

/** A route whose types were checked where it was defined. */
export type Route = Omit<RouteDefinition<z.ZodType, z.ZodType, z.ZodType, z.ZodType>, 'handle'> & {
  readonly handle: (request: RouteRequest<never, never, never>) => Promise<unknown>
}

export function route<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  definition: RouteDefinition<P, Q, B, A>,
): Route {
  return definition as Route
}

/** A valid value, or INVALID_ARGUMENT naming the field; the value itself is never repeated. */
export function parsePart<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const issue = result.error.issues[0]!
  const field = issue.path.join('.')
  throw new ApiError('INVALID_ARGUMENT', field === '' ? issue.message : `${field}: ${issue.message}`)
}

const idPattern = '^[A-Za-z0-9_.-]{1,64}$'
const idText = (valid: (text: string) => boolean, description: string) =>
  z.string().refine(valid, { error: 'must be 1 to 64 of A-Z a-z 0-9 _ . -' }).meta({ pattern: idPattern, description })

export const appIdText = idText(isAppId, 'App of this deployment')
export const userIdText = idText(isUserId, 'User id, made by the server')
export const appParams = z.object({ appId: appIdText })
