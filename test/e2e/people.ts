// People for end-to-end tests: registered and logged in over HTTP, talking through the SDK, everything they see written
// down. A world is the people of one test, in an app of its own; its clients are closed with the test.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { TestContext } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import type { Client, ClientOptions, Item, Message, Push, ReadMark, Transport } from '@skein/client'
import { Connection, createClient, directConversationId, SkeinError } from '@skein/client'
import { eventually } from '@skein/testing'
import type { Installation } from './installation.ts'

/** Until what was done is seen by others, on a loaded machine. */
export const seenTimeoutMs = 60_000

export interface Answer {
  readonly status: number
  /** Code of the refusal; empty for none. */
  readonly code: string
  readonly body: Record<string, unknown>
}

export interface Person {
  readonly userName: string
  readonly password: string
  readonly userId: string
}

export interface DeviceOptions extends Partial<ClientOptions> {
  /** Which connection node; any that the API names when left out. */
  readonly node?: number
  readonly transport?: Transport
}

export interface Device {
  readonly client: Client
  readonly person: Person
  readonly token: string
  /** Everything shown, in the order it was shown. */
  readonly items: Item[]
  readonly readMarks: ReadMark[]
  /** Codes with which connections ended. */
  readonly ends: string[]
  texts(conversationId: string): (string | null)[]
  /** Waits until this text is shown; its message. */
  hears(text: string): Promise<Message>
}

interface Request {
  readonly body?: unknown
  readonly token?: string
  /** Which API; the first when left out. */
  readonly api?: number
  readonly appId?: string
}

interface ConnectionOptions {
  readonly node?: number
  readonly transport?: 'ws' | 'tcp'
  readonly appId?: string
}

/** A bare connection, with every push it got and the code it ended with. */
export interface Watched {
  readonly connection: Connection
  readonly pushes: Push[]
  readonly ends: string[]
}

export function openWorld(t: TestContext, installation: Installation, appId?: string): World {
  const world = new World(installation, appId)
  t.after(() => world.close())
  return world
}

export class World {
  readonly installation: Installation
  readonly appId: string
  readonly #closers: (() => unknown)[] = []

  constructor(installation: Installation, appId = `app-${randomUUID().slice(0, 8)}`) {
    this.installation = installation
    this.appId = appId
  }

  async close(): Promise<void> {
    await Promise.all(this.#closers.map((close) => close()))
  }

  async http(method: string, path: string, { body, token, api = 0, appId = this.appId }: Request = {}): Promise<Answer> {
    const { apis } = this.installation
    const response = await fetch(`${apis[api % apis.length]}/v1/${appId}/${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(seenTimeoutMs),
    })
    const text = await response.text()
    const answer = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>
    return { status: response.status, code: (answer.error as { code?: string } | undefined)?.code ?? '', body: answer }
  }

  /** Asked again, as a client would, while a machine that is too slow has no answer. */
  async #post(path: string, request: Request): Promise<Answer> {
    for (const until = performance.now() + seenTimeoutMs; ; await pause(200)) {
      const answer = await this.http('POST', path, request)
      if (answer.status !== 503 || performance.now() > until) return answer
    }
  }

  async register(name: string, options: { readonly appId?: string } = {}): Promise<Person> {
    const password = `secret of ${name} ${randomUUID()}`
    const asked = { userName: name, password, displayName: name }
    const { status, body, code } = await this.#post('users', { body: asked, ...options })
    assert.equal(status, 201, `${name} is registered, not ${code}`)
    return { userName: name, password, userId: String(body.userId) }
  }

  /** Token of a new device session. */
  async login({ userName, password }: Person, deviceId = 'phone', options: { readonly appId?: string } = {}): Promise<string> {
    const asked = { userName, password, deviceId, platform: 'test' }
    const { status, body, code } = await this.#post('sessions', { body: asked, ...options })
    assert.equal(status, 201, `${userName} is logged in, not ${code}`)
    return String(body.token)
  }

  /** Connected and synced. */
  async device(person: Person, { node, transport, ...options }: DeviceOptions = {}): Promise<Device> {
    const deviceId = options.deviceId ?? 'phone'
    const token = options.token ?? (await this.login(person, deviceId))
    const nodes = this.installation.gateways()
    const pinned = node === undefined ? undefined : nodes[node % nodes.length]
    const client = createClient({
      ...(pinned ? { gateways: [transport === 'tcp' ? pinned.tcp : pinned.ws] } : { apiUrl: this.installation.apis[0]! }),
      ...(transport ? { transport } : {}),
      appId: this.appId,
      token,
      deviceId,
      reconnectBackOff: { baseMs: 50, maxMs: 1_000 },
      resendBackOff: { baseMs: 50, maxMs: 1_000 },
      ...options,
    })
    this.#closers.push(() => client.close())
    const device = watch(client, person, token)
    await client.connect()
    return device
  }

  async connection(token: string, { node = 0, transport = 'tcp', appId = this.appId }: ConnectionOptions = {}): Promise<Watched> {
    const pushes: Push[] = []
    const ends: string[] = []
    const nodes = this.installation.gateways()
    const connection = await Connection.open(nodes[node % nodes.length]![transport], {
      token,
      appId,
      onPush: (push) => pushes.push(push),
      onEnd: (end) => ends.push(`${end.code} ${end.next}`),
    })
    this.#closers.push(() => connection.destroy())
    return { connection, pushes, ends }
  }
}

function watch(client: Client, person: Person, token: string): Device {
  const items: Item[] = []
  const readMarks: ReadMark[] = []
  const ends: string[] = []
  client.on('item', (item) => items.push(item))
  client.on('readMark', (mark) => readMarks.push(mark))
  client.on('state', ({ error }) => error && ends.push(error.code))
  const messages = () => items.filter((item) => item.type === 'MessageSent')
  return {
    client,
    person,
    token,
    items,
    readMarks,
    ends,
    texts: (conversationId) =>
      messages()
        .filter((message) => message.conversationId === conversationId)
        .map((message) => message.text),
    hears: (text) =>
      eventually(() => messages().find((message) => message.text === text), {
        timeoutMs: seenTimeoutMs,
        what: `${person.userName} hears "${text}"`,
      }),
  }
}

/** A WebSocket for a device, which keeps every byte that comes in. */
export function eavesdropping() {
  const heard: Buffer[] = []
  class Eavesdropper extends WebSocket {
    constructor(address: string | URL) {
      super(address)
      this.addEventListener('message', ({ data }) => heard.push(Buffer.from(data as ArrayBuffer)))
    }
  }
  return {
    webSocket: Eavesdropper as typeof WebSocket,
    /** Whether this text was in any of it. */
    holds: (text: string): boolean => heard.some((bytes) => bytes.includes(text)),
    forget: (): void => void heard.splice(0),
  }
}

export const between = (a: Person, b: Person): string => directConversationId(a.userId, b.userId)

/** What a device was shown of a conversation is without gap, repetition or disorder; its last seq. */
export function assertDense(device: Device, conversationId: string, fromSeq = 1): number {
  const seqs = device.items.filter((item) => item.conversationId === conversationId).map((item) => item.seq)
  assert.deepEqual(
    seqs,
    seqs.map((_, i) => fromSeq + i),
    `${device.person.userName} sees ${conversationId} dense and in order`,
  )
  return seqs.at(-1) ?? fromSeq - 1
}

/** Rejects with a SkeinError of this code. */
export const refuses = (code: string, action: Promise<unknown>): Promise<void> =>
  assert.rejects(action, (error) => {
    assert.ok(error instanceof SkeinError, String(error))
    assert.equal(error.code, code)
    return true
  })

export const sees = <T>(what: string, condition: () => T | Promise<T>): Promise<NonNullable<T>> =>
  eventually(condition, { timeoutMs: seenTimeoutMs, intervalMs: 20, what })
