// Keeps role processes running until told to stop: one that ends is started again after a back-off. A child is known from
// the moment it is spawned, so that a stop reaches one that is still starting; told again, it ends them by force.
import type { Logger } from '@skein/telemetry'
import { BackOff, pause } from '@skein/timing'
import type { RoleGroup } from './layout.ts'
import type { SpawnedRole } from './role-child.ts'
import type { Ready } from './role-process.ts'

const restartMinMs = 500
const restartMaxMs = 10_000
/** A process that lived this long starts its back-off anew. */
const steadyMs = 30_000

/** A place for one process of a group of roles. */
export interface Slot extends RoleGroup {
  readonly index: number
  readonly env: Record<string, string>
}

/** A slot with the process that runs in it now. */
export interface KeptProcess extends Slot {
  child: Pick<SpawnedRole, 'pid' | 'ready' | 'ended' | 'kill'> | null
  ready: Ready | null
}

export interface ProcessKeeper {
  readonly processes: readonly KeptProcess[]
  /** Resolves once every process has been ready: true, or false when told to stop before. */
  readonly started: Promise<boolean>
  /** Resolves when it was told to stop and every process has ended. */
  readonly ended: Promise<void>
  /** SIGTERM to every process; when called again, SIGKILL. */
  stop(): void
}

export interface KeepOptions {
  readonly backOffMinMs?: number
  /** Called with each process that is ready, the first of its slot or one that was started again. */
  readonly onReady?: (kept: KeptProcess) => void
}

export function keepProcesses(
  slots: readonly Slot[],
  spawn: (slot: Slot) => NonNullable<KeptProcess['child']>,
  logger: Logger,
  { backOffMinMs = restartMinMs, onReady = () => {} }: KeepOptions = {},
): ProcessKeeper {
  const stopping = new AbortController()
  const processes: KeptProcess[] = slots.map((slot) => ({ ...slot, child: null, ready: null }))

  async function keep(kept: KeptProcess, started: () => void): Promise<void> {
    const { name, index } = kept
    const backOff = new BackOff({ minMs: backOffMinMs, maxMs: restartMaxMs })
    while (!stopping.signal.aborted) {
      const startedAt = performance.now()
      try {
        kept.child = spawn(kept)
        kept.ready = await kept.child.ready
        onReady(kept)
        started()
        await kept.child.ended
      } catch (error) {
        if (!stopping.signal.aborted) logger.error({ name, index, error }, 'a process did not start')
      }
      await kept.child?.ended.catch(() => {})
      kept.child = null
      if (stopping.signal.aborted) return
      if (performance.now() - startedAt > steadyMs) backOff.reset()
      const backOffMs = backOff.nextMs()
      logger.warn({ name, index, backOffMs }, 'a process ended and is started again')
      await pause(backOffMs, stopping.signal)
    }
  }

  const running = processes.map((kept) => {
    const first = Promise.withResolvers<void>()
    return { kept: keep(kept, first.resolve), first: first.promise }
  })
  const ended = Promise.all(running.map(({ kept }) => kept)).then(() => {})
  return {
    processes,
    started: Promise.race([Promise.all(running.map(({ first }) => first)).then(() => !stopping.signal.aborted), ended.then(() => false)]),
    ended,
    stop() {
      const signal = stopping.signal.aborted ? 'SIGKILL' : 'SIGTERM'
      logger.info({ signal }, 'stopping')
      stopping.abort()
      for (const { child } of processes) child?.kill(signal)
    },
  }
}
