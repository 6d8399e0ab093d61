// Every route of the HTTP API with hostile values, made from the OpenAPI document that the server makes of its routes: a new route is walked
// by itself. Each is answered in the one shape of errors, with the status of its code, and none is a fault of ours.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import { errorCatalogue, isErrorCode } from '@skein/contracts'
import { hostileTexts } from '@skein/testing'
import type { Installation } from '../installation.ts'
import { openWorld, type Person, type World } from '../people.ts'
import { errorLines } from './error-lines.ts'

type Json = Readonly<Record<string, unknown>>

interface Operation {
  readonly parameters: readonly { readonly name: string; readonly in: 'path' | 'query' | 'header' }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: { readonly properties: Json } }>> }
  readonly security?: readonly Json[]
}

interface Call {
  readonly what: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: BodyInit
}

const json = { 'content-type': 'application/json' }
/** Refusals of a login are counted by address, and others log in from this one: few of the texts are tried as passwords. */
const passwordsTried = 6

const jsonValues: readonly unknown[] = [null, true, -1, 0.5, 2 ** 53, 1e308, [], [[]], {}, { $ne: 1 }, ['x'], '\ud800', 'x'.repeat(15_000)]
const bodies: Readonly<Record<string, BodyInit>> = {
  nothing: '',
  'no JSON': '{',
  'a list': '[]',
  null: 'null',
  'a text': '"x"',
  'a prototype': '{"__proto__":{"x":1},"constructor":{"prototype":{"x":1}}}',
  'twice the same name': '{"userName":"a","userName":"b"}',
  deep: '['.repeat(8_000),
  'too much': `{"userName":"${'x'.repeat(20_000)}"}`,
  'no UTF-8': Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d),
  'UTF-16': Buffer.from('\ufeff{"userName":"abc"}', 'utf16le'),
}
/** Of the ways to write a percent sign, and what stands behind it. */
const paths = ['%', '%00', '%zz', '%ff', '..%2f..', '%2e%2e', ';x', '%0d%0ax:%20y', 'x'.repeat(5_000)]

/** What `fetch` takes for the value of a header. */
const canBeHeader = (text: string): boolean => /^[\t -~\x80-\xff]*$/.test(text)

const legible = Object.entries(hostileTexts).flatMap(([what, bytes]) => {
  try {
    return [[what, new TextDecoder('utf-8', { fatal: true }).decode(bytes)] as const]
  } catch {
    return []
  }
})

function plausible(world: World, name: string, person: Person): unknown {
  const known: Json = {
    appId: world.appId,
    userId: person.userId,
    userName: person.userName,
    password: person.password,
    deviceId: 'phone',
    platform: 'test',
    displayName: 'A Name',
    limits: {},
  }
  return known[name] ?? '1'
}

function* callsOf(world: World, path: string, operation: Operation, person: Person): Generator<Call> {
  const query = operation.parameters.filter((parameter) => parameter.in === 'query')
  const properties = Object.keys(operation.requestBody?.content['application/json']?.schema.properties ?? {})
  const urlOf = (changes: Readonly<Record<string, string>> = {}) => {
    const given = (name: string) => changes[name] ?? encodeURIComponent(String(plausible(world, name, person)))
    const asked = query.map(({ name }) => `${name}=${given(name)}`).join('&')
    return `${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => given(name))}${asked === '' ? '' : `?${asked}`}`
  }
  /** Whoever registers brings another name each time: to ask for one that is taken is to guess its password, and guesses have a rate. */
  const anew = () => (properties.includes('displayName') ? { userName: `walker-${randomUUID().slice(0, 8)}` } : {})
  const bodyOf = (changes: Json = {}) =>
    JSON.stringify({ ...Object.fromEntries(properties.map((name) => [name, plausible(world, name, person)])), ...anew(), ...changes })
  const withBody = properties.length > 0
  const plain = () => (withBody ? { headers: json, body: bodyOf() } : { headers: {} })
  yield { what: 'nothing wrong', path: urlOf(), ...plain() }
  for (const parameter of operation.parameters) {
    const { name } = parameter
    if (parameter.in === 'header') {
      for (const [what, text] of legible.filter(([, text]) => canBeHeader(text))) {
        const { headers, ...rest } = plain()
        yield { what: `${name}: ${what}`, path: urlOf(), headers: { ...headers, [name]: text }, ...rest }
      }
      continue
    }
    for (const [what, text] of legible) yield { what: `${name}: ${what}`, path: urlOf({ [name]: encodeURIComponent(text) }), ...plain() }
    for (const raw of paths) yield { what: `${name}: ${raw.slice(0, 20)}`, path: urlOf({ [name]: raw }), ...plain() }
  }
  if (!withBody) return
  for (const name of properties) {
    const few = name === 'password' ? passwordsTried : Number.POSITIVE_INFINITY
    for (const value of [...legible.map(([, text]) => text).slice(0, few), ...jsonValues])
      yield { what: `${name}: ${JSON.stringify(value)?.slice(0, 30)}`, path: urlOf(), headers: json, body: bodyOf({ [name]: value }) }
  }
  for (const [what, body] of Object.entries(bodies)) yield { what, path: urlOf(), headers: json, body }
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/json; charset=utf-16', 'x'])
    yield { what: type, path: urlOf(), headers: { 'content-type': type }, body: bodyOf() }
}

async function assertAnswered(api: string, method: string, { what, path, headers = {}, body }: Call): Promise<void> {
  const answer = await fetch(`${api}${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body }),
    signal: AbortSignal.timeout(15_000),
  })
  const text = await answer.text()
  if (answer.status < 300) return
  const { error } = JSON.parse(text) as { error: { code: string; detail?: string } }
  assert.ok(isErrorCode(error.code), `${method} ${what}: ${text}`)
  assert.notEqual(error.code, 'RATE_LIMITED', `${method} ${what} was not looked at`)
  assert.equal(answer.status, errorCatalogue[error.code].http, `${method} ${what}: ${text}`)
  assert.ok(answer.status < 500, `${method} ${what}: ${text}`)
  if (error.code === 'INVALID_ARGUMENT') assert.ok(error.detail, `${method} ${what} is refused without its field`)
}

const tokens = (token: string): readonly string[] => [
  ...[
    '',
    'Bearer',
    'Bearer ',
    'bearer x',
    'Basic eDp5',
    `Bearer ${token}=`,
    `Bearer ${token}.`,
    `Bearer ${token},`,
    `Bearer ${token} ${token}`,
  ],
  ...['Bearer a.b.c', `Bearer ${'x'.repeat(8_000)}`, `Bearer eyJhbGciOiJub25lIn0.${token.split('.')[1]}.`],
]

export function hostileRoutes(open: () => Installation): void {
  test('every route with hostile values is answered by name, and none is a fault of ours', async (t) => {
    const installation = open()
    const world = openWorld(t, installation)
    const errors = errorLines(installation)
    const api = installation.apis[0]!
    const document = (await (await fetch(`${api}/v1/openapi.json`)).json()) as {
      paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
    }
    let routes = 0
    for (const [path, operations] of Object.entries(document.paths)) {
      for (const [verb, operation] of Object.entries(operations)) {
        await t.test(`${verb} ${path}`, async () => {
          routes += 1
          const method = verb.toUpperCase()
          const person = await world.register(`walker-${randomUUID().slice(0, 8)}`)
          const token = operation.security?.some((scheme) => 'operatorKey' in scheme) ? installation.operatorKey : await world.login(person)
          const authorization: Readonly<Record<string, string>> = operation.security ? { authorization: `Bearer ${token}` } : {}
          for (const call of callsOf(world, path, operation, person))
            await assertAnswered(api, method, { ...call, headers: { ...call.headers, ...authorization } })
          const plain = callsOf(world, path, operation, person).next().value as Call
          for (const header of operation.security ? tokens(token) : [])
            await assertAnswered(api, method, { ...plain, what: header.slice(0, 20), headers: { ...plain.headers, authorization: header } })
        })
      }
    }
    assert.ok(routes >= 9)
    const late = await world.register('late')
    assert.ok(await world.login(late))
    assert.deepEqual(errors(), [], 'no process says that it has a fault')
  })
}
