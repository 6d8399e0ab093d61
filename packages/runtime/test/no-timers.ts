// Timers of what has none: nothing is ever read, nothing fired.
import type { Command } from '@skein/event-sourcing'
import type { TimerPorts } from '../src/processor-ports.ts'

export const noTimers: TimerPorts<Command, never> = {
  read: () => new Promise(() => {}),
  fire: () => Promise.reject(new Error('there are no timers')),
  clock: { now: () => 0 },
}
