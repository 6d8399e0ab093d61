// The time of day of a process, set back while it runs and set right again: of this process by a call, of one that loads this module before
// its program by SIGUSR2. What measures how long things take is left alone, as when the clock of a host is set.

export const clockStepMs = 3_600_000
/** Flags of Node for a process whose clock is to be set by a signal. */
export const clockFlags: readonly string[] = ['--import', import.meta.url]

const timeOfDay = Date.now
let backMs = 0

export function setClockBack(ms: number): void {
  backMs = ms
}

Date.now = () => timeOfDay() - backMs
globalThis.Date = new Proxy(Date, {
  construct: (target, given, made) => Reflect.construct(target, given.length === 0 ? [target.now()] : given, made),
})
process.on('SIGUSR2', () => setClockBack(backMs === 0 ? clockStepMs : 0))
