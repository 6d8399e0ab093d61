// What is done to messages after they were sent. Each control has a message of its own and is asked when that message is acked; the SDK
// asks again under the same intent until it is answered, over refusals for the moment, unanswered attempts and lost connections.
import { setTimeout as delay } from 'node:timers/promises'
import type { Client, Sent, SkeinError } from '@skein/client'
import type { Device } from './audience.ts'
import type { ControlEntry, ControlKind, Journal } from './journal.ts'

export interface Plan {
  readonly kind: ControlKind
  readonly device: Device
}

const awayPollMs = 20

export const editedContentOf = (clientMessageId: string): string => `edited ${clientMessageId}`

export class Controls {
  readonly #journal: Journal
  readonly #now: () => number
  readonly #plans = new Map<string, Plan>()
  #unanswered = 0

  constructor(journal: Journal, now: () => number) {
    this.#journal = journal
    this.#now = now
  }

  /** Still to be asked or answered. */
  get open(): number {
    return this.#plans.size + this.#unanswered
  }

  /** Before the message is sent. */
  plan(clientMessageId: string, plan: Plan): void {
    this.#plans.set(clientMessageId, plan)
  }

  /** A message is acked: what is planned for it begins. */
  follow(sent: Sent): void {
    const plan = this.#plans.get(sent.clientMessageId)
    if (!plan) return
    this.#plans.delete(sent.clientMessageId)
    void this.#carryOut(plan, sent)
  }

  async #carryOut({ kind, device }: Plan, sent: Sent): Promise<void> {
    this.#unanswered++
    while (device.away) await delay(awayPollMs)
    const { conversationId, clientMessageId, seq: targetSeq } = sent
    const who = { userId: device.userId, deviceId: device.deviceId, askedAtMs: this.#now() }
    const open = { ackedAtMs: null, seq: null, refused: null, abandoned: false }
    const entry: ControlEntry = { kind, conversationId, clientMessageId, targetSeq, ...who, ...open }
    this.#journal.controls.push(entry)
    try {
      entry.seq = await asked[kind](device.client, sent)
      entry.ackedAtMs = this.#now()
    } catch (error) {
      const { code, retriable } = error as SkeinError
      // The client was closed, for a restart of its device: intents of an open request are not stored.
      if (code === 'CLOSED') entry.abandoned = true
      else if (!retriable) entry.refused = code ?? String(error)
    }
    this.#unanswered--
  }
}

/** Each resolves with the seq of what it became; 0 for what takes none. */
const asked: Readonly<Record<ControlKind, (client: Client, target: Sent) => Promise<number>>> = {
  revoke: async (client, target) => (await client.revoke(target)).seq,
  edit: async (client, target) => (await client.edit(target, editedContentOf(target.clientMessageId))).seq,
  deleteForAll: async (client, target) => (await client.deleteForAll(target)).seq,
  async deleteForMe(client, target) {
    await client.deleteForMe(target)
    return 0
  },
}
