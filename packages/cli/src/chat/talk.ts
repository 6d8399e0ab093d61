// What can be typed into a chat: text goes to the present conversation, a line that begins with / is a command. Sends
// are not waited for, so that typing goes on while a connection is away; their refusals are printed.
import { type Client, SkeinError } from '@skein/client'
import type { ChatFloor } from './chat-command.ts'
import { commandOf } from './commands.ts'
import { type Completions, completionsOf } from './completion.ts'
import type { Names } from './names.ts'
import type { ChatOutput } from './output.ts'
import { Recent } from './recent.ts'

/** The keyboard rests meanwhile. */
const offersTimeoutMs = 1_500

export class Talk {
  failures = 0
  readonly #client: Client
  readonly #output: ChatOutput
  readonly #floor: ChatFloor
  readonly #sending = new Set<Promise<unknown>>()
  #isOver = false

  constructor(client: Client, output: ChatOutput, names: Names) {
    this.#client = client
    this.#output = output
    const floor: ChatFloor = {
      ...{ client, names, output, recent: new Recent(client), target: '' },
      here() {
        if (!floor.target) throw new SkeinError('INVALID_ARGUMENT', 'say /to <user> first')
        return floor.target
      },
      hereGroup() {
        if (!floor.here().startsWith('g:')) throw new SkeinError('INVALID_ARGUMENT', 'this is not a group')
        return floor.target
      },
      settled: () => this.settled(),
      leave: () => {
        this.#isOver = true
      },
    }
    this.#floor = floor
    client.on('item', (item) => output.item(item, item.actorId === client.userId))
    client.on('hidden', (hidden) => output.notice('hidden', `#${hidden.seq} is deleted for you`, { ...hidden }))
    client.on('refused', ({ clientMessageId, error }) => this.#refused(`message ${clientMessageId}`, error))
    client.on('state', ({ state, error }) => {
      if (error) output.notice('state', `${state}: ${error.message}`, { state, code: error.code })
      else if (state === 'online') output.notice('state', 'online', { state })
    })
  }

  /** False when the chat is over. */
  async line(text: string): Promise<boolean> {
    if (text.trim() === '') return true
    try {
      if (text.startsWith('/')) {
        const { command, words, text: rest } = commandOf(text.slice(1))
        await command.run(this.#floor, words, rest)
      } else this.#send(text)
    } catch (error) {
      this.#refused(text.split(' ')[0]!, error)
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

  #send(text: string): void {
    // The `refused` event tells of refusals; what never became a message is told here.
    const sent = this.#client.send(this.#floor.here(), text).catch((error: SkeinError) => {
      if (error.code === 'BACKLOG_FULL') this.#refused('send', error)
    })
    this.#sending.add(sent)
    void sent.finally(() => this.#sending.delete(sent))
  }

  #refused(what: string, error: unknown): void {
    this.failures += 1
    const { code, message } = error instanceof SkeinError ? error : { code: 'CLIENT_FAULT', message: String(error) }
    this.#output.notice('refused', `${what}: ${message}`, { what, code })
  }
}
