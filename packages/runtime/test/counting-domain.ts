// The smallest domain that has everything the runtime knows of: commands that add to a cell, refusals, intents, facts of
// other partitions. A sum is never over 1000, and NaN breaks the fold.
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
    commandId: '',
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
  meta: { claim: 0, commandOffset: 0 },
  to,
  amount,
  id,
})

export const countingDecider: Decider<Adding, Added, Count, number> = {
  keyOf: ({ to }) => to,
  reads: ({ to, foreign }) => (foreign === null ? [to] : [to, foreign]),
  foreignOwner: (key) => (key.startsWith('foreign|') ? key : null),
  remembers: ({ id }) => (id === null ? null : `intent|${id}`),
  decide(command, read) {
    const before = command.id === null ? undefined : read(`intent|${command.id}`)
    if (before !== undefined) return { accepted: true, events: [], reply: before }
    if (command.amount === -1) throw new Error('a bug')
    const sum = (read(command.to) ?? 0) + command.amount
    if (sum > 1000) return { accepted: false, code: 'TOO_MUCH', detail: `sum ${sum}` }
    return { accepted: true, events: [added(command.to, command.amount, command.id)], reply: sum }
  },
  writes: ({ to }) => [to],
  evolve(_key, cell, { amount }) {
    if (Number.isNaN(amount)) throw new Error('not a number')
    return (cell ?? 0) + amount
  },
  remembered: ({ id, amount }) => (id === null ? null : { key: `intent|${id}`, cell: amount }),
}
