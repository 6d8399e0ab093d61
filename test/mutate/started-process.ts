// A process of a mutation run, from the outside: asked one thing at a time, and killed when it does not answer in time, or when the time of
// the whole run is over.
import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { Asked, ProcessSetup, Told } from './mutation-process.ts'

/** Until it has ended what its tests prepared, such as servers. */
const endTimeoutMs = 10_000

/** The run's time is over: whatever was asked last was not looked at. */
export class OutOfTimeError extends Error {}

export interface StartedProcess {
  /** What it says of itself first. Throws OutOfTimeError. */
  readonly loaded: Promise<Told | null>
  /** Its answer; null when it died, or was killed because none came in time. Throws OutOfTimeError. */
  ask(asked: Asked, timeoutMs: number): Promise<Told | null>
  /** Lets it clear up, for a while. */
  end(): void
}

/** Of loading: the machine may be busy. */
const loadTimeoutMs = 120_000

/** `until` is when the run's time is over, by performance.now(). */
export function startProcess(setup: ProcessSetup, until: number): StartedProcess {
  const child: ChildProcess = fork(join(import.meta.dirname, 'mutation-process.ts'), [JSON.stringify(setup)], {
    cwd: setup.root,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  let waiting: ((told: Told | null) => void) | null = null
  let isOver = false
  const answer = (told: Told | null) => {
    waiting?.(told)
    waiting = null
  }
  child.on('message', (told: Told) => answer(told))
  child.on('error', () => answer(null))
  child.on('exit', () => {
    isOver = true
    answer(null)
  })
  const kill = () => void child.kill('SIGKILL')
  const next = (timeoutMs: number): Promise<Told | null> => {
    if (isOver) return Promise.resolve(null)
    const leftMs = until - performance.now()
    let isOutOfTime = false
    const giveUp = () => {
      isOutOfTime = leftMs < timeoutMs
      kill()
    }
    const timer = setTimeout(giveUp, Math.min(timeoutMs, leftMs))
    const answered = new Promise<Told | null>((resolve) => {
      waiting = resolve
    })
    return answered.then((told) => {
      clearTimeout(timer)
      if (told === null && isOutOfTime) throw new OutOfTimeError()
      return told
    })
  }
  return {
    loaded: next(loadTimeoutMs),
    ask(asked, timeoutMs) {
      const told = next(timeoutMs)
      if (!isOver) child.send(asked)
      return told
    },
    end() {
      if (isOver) return
      child.send({ ask: 'end' } satisfies Asked)
      setTimeout(kill, endTimeoutMs).unref()
    },
  }
}
