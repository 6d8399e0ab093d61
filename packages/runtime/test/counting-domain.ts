// The smallest domain that has everything the runtime knows of: commands that add to a cell, refusals, intents, facts of
// other partitions, those among them that may change back. A sum is never over 1000, and NaN breaks the fold.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { Command, Decider, Event } from '@skein/event-sourcing'

export interface Adding extends Command {
  readonly type: 'Add'
  readonly to: string
  readonly amount: number
  readonly id: string | null
  readonly foreign: string | null
}

export interface Added extends Event {
  readonly type: 'Added'
  readonly to: string
  readonly amount: number
  readonly id: string | null
}

export type Count = number

export const add = (
  to: string,
  amount: number,
  options: { id?: string; foreign?: string; retry?: boolean; enteredAt?: number; deadlineAt?: number } = {},
): Adding => ({
  type: 'Add',
  meta: {
    commandId: randomUUID(),
    enteredAt: options.enteredAt ?? 0,
    deadlineAt: options.deadlineAt ?? Number.POSITIVE_INFINITY,
    retry: options.retry ?? false,
    replyNode: '',
    replyConnection: '',
  },
  to,
  amount,
  id: options.id ?? null,
  foreign: options.foreign ?? null,
})

export const added = (to: string, amount: number, id: string | null = null): Added => ({
  type: 'Added',
  meta: { claim: 0, commandOffset: 0, commandId: '' },
  to,
  amount,
  id,
})

/** Facts `changing|...` are copied anew after so long. */
export const changingKeepMs = 1_000

export const countingDecider: Decider<Adding, Added, Count, number> = {
  keyOf: ({ to }) => to,
  ask(command) {
    const { to, foreign, id, amount } = command
    const intent = id === null ? null : `intent|${id}`
    return {
      intent,
      reads: () => (foreign === null ? [to] : [to, foreign]),
      decide(read) {
        const before = intent === null ? undefined : read(intent)
        if (before !== undefined) return { accepted: true, events: [], reply: before }
        if (amount === -1) throw new Error('a bug')
        const sum = (read(to) ?? 0) + amount
        if (sum > 1000) return { accepted: false, code: 'TOO_MUCH', detail: `sum ${sum}` }
        return { accepted: true, events: [added(to, amount, id)], reply: sum }
      },
      refusedForGood: () => [],
    }
  },
  foreignFact(key) {
    if (key.startsWith('foreign|')) return { owner: key, keepMs: Number.POSITIVE_INFINITY }
    return key.startsWith('changing|') ? { owner: key, keepMs: changingKeepMs } : null
  },
  folds: ({ to, amount }) => [
    {
      key: to,
      fresh: false,
      to(cell) {
        if (Number.isNaN(amount)) throw new Error('not a number')
        return (cell ?? 0) + amount
      },
    },
  ],
  remembered: ({ id, amount }) => (id === null ? null : { key: `intent|${id}`, cell: amount }),
  dueAt: () => null,
  whenDue: (key) => assert.fail(`${key} is no timer`),
}
