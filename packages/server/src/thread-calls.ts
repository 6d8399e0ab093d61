// Calls from one thread to another, over the port between them. What is said and answered is data alone, written so that of bytes only those
// that are meant go along, and not the buffer that they stand in. A fault comes back with its code and what caused it, as text.
import { deserialize, serialize } from 'node:v8'
import { within } from '@skein/timing'

/** What is answered in another thread. */
export type ThreadMethods<M> = { readonly [K in keyof M]: (...said: never[]) => Promise<unknown> }

type Call = readonly [id: number, method: string, said: readonly unknown[]]
type Answer = readonly [id: number, fault: Fault | null, value: unknown]

interface Fault {
  readonly name: string
  readonly message: string
  readonly code: unknown
  readonly retriable: unknown
  readonly stack: string | undefined
  readonly cause: Fault | undefined
}

/** Beyond so many without an answer, more are refused. */
const callsMax = 10_000
const causesMax = 4

/** Of a port or of what was started as a thread. */
export interface ThreadPort {
  postMessage(message: Uint8Array, moved: readonly ArrayBuffer[]): void
  on(name: 'message', listener: (message: Uint8Array) => void): unknown
}

function post(port: Pick<ThreadPort, 'postMessage'>, message: Call | Answer): void {
  const bytes = serialize(message)
  port.postMessage(bytes, [bytes.buffer as ArrayBuffer])
}

/** Answers each as it is done, once there is what answers; where there will be nothing, all with that fault. */
export function answerCalls<M extends ThreadMethods<M>>(port: ThreadPort, methods: Promise<M>): void {
  const known = methods as Promise<unknown> as Promise<Readonly<Record<string, (...said: unknown[]) => Promise<unknown>>>>
  known.catch(() => {})
  port.on('message', async (bytes) => {
    const [id, method, said] = deserialize(bytes) as Call
    let answer: Answer
    try {
      answer = [id, null, await (await known)[method]!(...said)]
    } catch (error) {
      answer = [id, faultOf(error), undefined]
    }
    post(port, answer)
  })
}

export class ThreadCalls {
  readonly #thread: ThreadPort
  readonly #answered = new Map<number, (answer: Answer) => void>()
  #lastId = 0
  #ended: Error | undefined

  constructor(thread: ThreadPort) {
    this.#thread = thread
    thread.on('message', (bytes) => {
      const answer = deserialize(bytes) as Answer
      this.#answered.get(answer[0])?.(answer)
    })
  }

  /** A function for each method. Where none answers in time, the call has failed, whatever the thread does of it. */
  methods<M extends ThreadMethods<M>>(names: Readonly<Record<keyof M, { readonly withinMs: number }>>): M {
    const entries = Object.entries<{ readonly withinMs: number }>(names)
    return Object.fromEntries(
      entries.map(([name, { withinMs }]) => [name, (...said: unknown[]) => within(withinMs, name, this.#call(name, said))]),
    ) as unknown as M
  }

  /** The thread answers nothing any more: what waits for it fails, and whatever is asked later. */
  end(error: Error): void {
    this.#ended ??= error
    for (const [id, answered] of [...this.#answered]) answered([id, faultOf(this.#ended), undefined])
  }

  async #call(method: string, said: readonly unknown[]): Promise<unknown> {
    if (this.#ended) throw this.#ended
    if (this.#answered.size >= callsMax) throw new Error(`${callsMax} calls wait for an answer`)
    const id = ++this.#lastId
    const { promise, resolve } = Promise.withResolvers<Answer>()
    this.#answered.set(id, resolve)
    try {
      post(this.#thread, [id, method, said])
      const [, fault, value] = await promise
      if (fault) throw errorOf(fault)
      return value
    } finally {
      this.#answered.delete(id)
    }
  }
}

function faultOf(error: unknown, causesLeft = causesMax): Fault {
  if (!(error instanceof Error)) return faultOf(new Error(String(error)))
  const { name, message, stack, cause } = error
  const { code, retriable } = error as { code?: unknown; retriable?: unknown }
  return {
    name,
    message,
    code,
    retriable,
    stack,
    cause: cause === undefined || causesLeft === 0 ? undefined : faultOf(cause, causesLeft - 1),
  }
}

function errorOf({ name, message, code, retriable, stack, cause }: Fault): Error {
  const error = new Error(message, cause && { cause: errorOf(cause) })
  const more = { ...(code === undefined ? {} : { code }), ...(retriable === undefined ? {} : { retriable }) }
  return Object.assign(error, { name, stack, ...more })
}
