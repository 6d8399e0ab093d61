// What can be typed into a chat: text goes to the present conversation, a line that begins with / is a command. Sends
// are not waited for, so that typing goes on while a connection is away; their refusals are printed.
import { type Client, type Item, SkeinError } from '@skein/client'
import { lineOf } from '../exit-codes.ts'
import type { ChatFloor } from './chat-command.ts'
import { commandOf } from './commands.ts'
import { type Completions, completionsOf } from './completion.ts'
import { mistyped, reasonOf } from './mistyped.ts'
import type { Names } from './names.ts'
import { type ChatOutput, printable, said } from './output.ts'
import type { Places } from './places.ts'
import { Recent } from './recent.ts'
import { relationLine } from './relation-line.ts'
import { tellRooms } from './room-lines.ts'
import { Typed, type TypedText } from './typed.ts'
import { tellWaysIn } from './way-in-lines.ts'

/** The keyboard rests meanwhile. */
const offersTimeoutMs = 1_500
const settleTimeoutMs = 1_000

export interface TalkOptions {
  readonly client: Client
  readonly names: Names
  readonly places: Places
  /** Of a person, whose texts stand on the screen as they were typed; null for a script. */
  readonly onPlace: ((label: string) => void) | null
}

export class Talk {
  failures = 0
  readonly #client: Client
  readonly #typed: Typed
  readonly #sending = new Set<Promise<unknown>>()
  readonly #options: TalkOptions
  #floor!: ChatFloor
  #output!: ChatOutput
  #isOver = false
  #target = ''
  #lastFrom = ''
  /** Why there is no connection, the newest reason last; empty while there is one. */
  readonly #brokenBy = new Set<string>()
  #cameIn = false

  constructor(options: TalkOptions) {
    this.#options = options
    this.#client = options.client
    const say = (kind: string, words: string) => (text: string) => {
      if (options.onPlace) this.#output.notice(kind, `${words}: ${text}`)
    }
    this.#typed = new Typed(say('late', 'not sent yet'), say('sent', 'sent now'))
  }

  /** From now on what happens is printed here. */
  open(output: ChatOutput): void {
    this.#output = output
    const client = this.#client
    this.#floor = this.#makeFloor(output)
    client.on('item', (item) => {
      const own = item.actorId === client.userId
      if (!own) this.#lastFrom = item.conversationId
      output.item(item, own)
    })
    client.on('hidden', (hidden) => output.notice('hidden', `#${hidden.seq} is deleted for you`, { ...hidden }))
    client.on('signal', ({ conversationId }) => {
      this.#lastFrom = conversationId
    })
    tellRooms(client, this.#options, output)
    tellWaysIn(client, this.#options, output)
    const asked = new Map<string, number>()
    client.on('relation', async ({ userId, change }) => {
      // The sync behind it tells it again.
      const { askedAtMs = 0 } = change.received ?? {}
      if (askedAtMs > 0 && asked.get(userId) === askedAtMs) return
      if (askedAtMs > 0) asked.set(userId, askedAtMs)
      const text = relationLine(await this.#options.names.user(userId), change)
      if (text !== null) output.notice('relation', text, { userId, ...change })
    })
    client.on('onlineNotice', (notice) => {
      const { body, ...fields } = notice
      const tell = async () => `${await this.#options.names.user(notice.senderId)} to everybody online: ${said(notice)}`
      void tell().then((text) => output.notice('online-notice', text, { ...fields, contentType: body.contentType }))
    })
    client.on('refused', ({ clientMessageId, body, error }) => {
      const text = new TextDecoder().decode(body.bytes)
      this.#refused(`not sent: ${text}`, error, `message ${clientMessageId}`)
    })
    client.on('state', ({ state, error }) => this.#stateIs(state, error))
  }

  /** Texts that are not stored yet. */
  get waiting(): readonly TypedText[] {
    return this.#typed.waiting
  }

  get unsettled(): number {
    return this.#sending.size
  }

  /** Whether an item is a text that stands on the screen where it was typed. */
  isOnScreen(item: Item): boolean {
    return this.#options.onPlace !== null && item.actorId === this.#client.userId && this.#typed.takes(item)
  }

  /** False when the chat is over. */
  async line(text: string): Promise<boolean> {
    if (text.trim() === '') return true
    try {
      if (text.startsWith('/') && !text.startsWith('//')) {
        const { command, words, text: rest } = commandOf(text.slice(1))
        if (command.name !== 'quit') await this.#soonSettled()
        await command.run(this.#floor, words, rest)
      } else this.#send(text.replace(/^\/\//, '/'))
    } catch (error) {
      const [word = ''] = text.split(' ')
      this.#refused(text.startsWith('/') ? word : `not sent: ${text}`, error, word)
    }
    return !this.#isOver
  }

  /** Resolves when every message typed so far is stored or refused. */
  async settled(): Promise<void> {
    await Promise.all(this.#sending)
  }

  /** What the tab key offers behind what is typed; nothing when that is not known soon. */
  completions(line: string): Promise<Completions> {
    const nothing: Completions = [[], line]
    let timer: ReturnType<typeof setTimeout>
    const patience = new Promise<Completions>((resolve) => {
      timer = setTimeout(() => resolve(nothing), offersTimeoutMs)
    })
    const offers = completionsOf(line, this.#floor).catch(() => nothing)
    return Promise.race([offers, patience]).finally(() => clearTimeout(timer))
  }

  /** What a command asks about is what was typed before it, unless that takes long. */
  async #soonSettled(): Promise<void> {
    if (this.#sending.size === 0) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const over = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, settleTimeoutMs)
    })
    await Promise.race([this.#floor.settled(), over])
    clearTimeout(timer)
  }

  #makeFloor(output: ChatOutput): ChatFloor {
    const { client, names, places, onPlace } = this.#options
    const target = () => this.#target
    const floor: ChatFloor = {
      ...{ client, names, places, output, recent: new Recent(client) },
      get target() {
        return target()
      },
      choose: async (conversationId) => {
        this.#target = conversationId
        // Gives it a number, if it has none.
        places.short(conversationId)
        onPlace?.(printable(await places.label(conversationId)))
      },
      here: () => {
        if (this.#target) return this.#target
        const last = this.#lastFrom && `; /to ${places.short(this.#lastFrom)} answers what came last`
        throw mistyped(`nobody is chosen yet: /to <user or group> says who shall read it${last}`)
      },
      hereGroup() {
        if (!floor.here().startsWith('g:')) throw mistyped('this is not a group')
        return floor.here()
      },
      settled: () => Promise.race([this.settled(), this.#stopped()]),
      leave: () => {
        this.#isOver = true
      },
    }
    return floor
  }

  #stopped(): Promise<void> {
    const client = this.#client
    return new Promise((resolve) => {
      if (client.state === 'stopped') resolve()
      const forget = client.on('state', ({ state }) => {
        if (state !== 'stopped') return
        forget()
        resolve()
      })
    })
  }

  #stateIs(state: Client['state'], error: SkeinError | undefined): void {
    const fields = { state, ...(error ? { code: error.code } : {}) }
    if (error) {
      const isKnown = this.#brokenBy.delete(error.code)
      this.#brokenBy.add(error.code)
      // Who never came in is told by what ends the command.
      if (state === 'stopped' && !this.#cameIn) return
      // One line for an outage, not one for every attempt.
      if (isKnown && state !== 'stopped') return
      this.#output.notice('state', `${state}: ${lineOf(error)}${this.#advice(state)}`, fields)
      return
    }
    if (state === 'online') this.#cameIn = true
    if (state === 'online' && this.#brokenBy.size > 0) {
      this.#brokenBy.clear()
      this.#output.notice('state', 'online again', fields)
    } else if (state === 'online') this.#output.notice('state', 'online', fields)
  }

  #advice(state: Client['state']): string {
    if (!this.#options.onPlace) return ''
    if (state === 'waiting') return '\ntrying again until it answers; Ctrl-C leaves'
    return state === 'stopped' ? '\nnothing is sent any more; /connect takes over again, /quit leaves' : ''
  }

  #send(text: string): void {
    const client = this.#client
    const typed = { conversationId: this.#floor.here(), text }
    if (client.followedRooms().includes(typed.conversationId)) {
      this.#signal(typed)
      return
    }
    if (client.state === 'stopped') throw new SkeinError('STOPPED', `this chat was ended: ${[...this.#brokenBy].at(-1)}`)
    this.#typed.add(typed)
    const sent = client.send(typed.conversationId, text).then(
      () => this.#typed.stored(typed),
      (error: SkeinError) => {
        if (error.code === 'CLOSED') return
        this.#typed.refused(typed)
        // The `refused` event tells of refusals; what never became a message is told here.
        if (error.code === 'BACKLOG_FULL') this.#refused(`not sent: ${text}`, error)
      },
    )
    this.#sending.add(sent)
    void sent.finally(() => this.#sending.delete(sent))
  }

  /** Told once, or refused: nobody sends it again. */
  #signal({ conversationId, text }: TypedText): void {
    const said = this.#client.signal(conversationId, text).catch((error: unknown) => this.#refused(`not said: ${text}`, error))
    this.#sending.add(said)
    void said.finally(() => this.#sending.delete(said))
  }

  /** `what` is for people, `name` for programs. */
  #refused(what: string, error: unknown, name = what): void {
    this.failures += 1
    const { code, reason } = reasonOf(error)
    this.#output.notice('refused', `${what}: ${reason}`, { what: name, code })
  }
}
