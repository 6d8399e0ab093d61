// The smallest domain that has timers: each counts how often it has rung. One is set, moved or cancelled (a moment of 0) by a command; what is due
// is to ring it, which nothing comes of unless it is set to that very moment.
import { randomUUID } from 'node:crypto'
import type { Command, Decider, Decision, Event } from '@skein/event-sourcing'

export interface Set_ extends Command {
  readonly type: 'Set'
  readonly to: string
  readonly dueAt: number
}

export interface Ring extends Command {
  readonly type: 'Ring'
  readonly to: string
  readonly dueAt: number
}

export type TimedCommand = Set_ | Ring

export interface TimerChanged extends Event {
  readonly type: 'TimerSet' | 'Rang'
  readonly to: string
  readonly dueAt: number
}

export interface Kept extends Event {
  readonly type: 'CommandsDone' | 'PartitionClaimed'
  readonly claimId?: string
  readonly logEpoch?: string
}

export type TimedEvent = TimerChanged | Kept

export interface TimedCell {
  readonly dueAt: number
  readonly rings: number
}

const keyOf = (to: string) => `timer|${to}`
export const timerOf = (key: string): string => key.slice(key.indexOf('|') + 1)

export const stampAt = (enteredAt: number): Command['meta'] => ({
  commandId: randomUUID(),
  enteredAt,
  deadlineAt: Number.POSITIVE_INFINITY,
  retry: false,
  replyNode: '',
  replyConnection: '',
})

export const setTimer = (to: string, dueAt: number): Set_ => ({ type: 'Set', meta: stampAt(0), to, dueAt })

const untouched: TimedCell = { dueAt: 0, rings: 0 }
const event = (type: TimerChanged['type'], { meta, to, dueAt }: TimedCommand) => ({
  type,
  meta: { commandId: meta.commandId },
  to,
  dueAt,
})

export const timedDecider: Decider<TimedCommand, TimedEvent, TimedCell, string> = {
  keyOf: (message) => ('to' in message ? message.to : ''),
  ask: (command) => ({
    intent: null,
    reads: () => [keyOf(command.to)],
    decide(read): Decision<ReturnType<typeof event>, string> {
      const { dueAt } = read(keyOf(command.to)) ?? untouched
      if (command.type === 'Set') return { accepted: true, events: [event('TimerSet', command)], reply: 'set' }
      if (dueAt !== command.dueAt) return { accepted: true, events: [], reply: 'nothing' }
      if (command.meta.enteredAt < dueAt) return { accepted: false, code: 'UNAVAILABLE', detail: 'early' }
      return { accepted: true, events: [event('Rang', command)], reply: 'rang' }
    },
    refusedForGood: () => [],
  }),
  foreignFact: () => null,
  folds(message) {
    if (!('to' in message)) return []
    const { type, to, dueAt } = message
    const change = ({ rings }: TimedCell): TimedCell => (type === 'Rang' ? { dueAt: 0, rings: rings + 1 } : { dueAt, rings })
    return [{ key: keyOf(to), fresh: false, to: (cell) => change(cell ?? untouched) }]
  },
  remembered: () => null,
  dueAt: (_key, cell) => cell.dueAt,
  whenDue: (key, { dueAt }) => ({ appId: '', command: { type: 'Ring', to: timerOf(key), dueAt } }),
}
