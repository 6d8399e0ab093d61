// Whether what this process asks the log to store is stored. A log that answers questions and takes no appends, as on a full disk, serves
// nobody: once nothing was taken for a while, the process is unready, until an append succeeds, or none was tried for long. One partition
// that takes none is its owner's matter, and that of whoever operates the log: a process that is unready for it serves no other either.
import { logKeyOf } from '@skein/contracts'
import { LogError } from '@skein/event-sourcing'
import type { Backbone, PartState } from './backbone.ts'

/** An election and a retry are over by then. */
const graceMs = 5_000
/** An unready process may be asked for nothing: it has to be tried again to be found mended. */
const forgottenMs = 30_000
/** Partitions that must fail, where there are several. */
const failingMin = 2

type WatchedLog = Pick<Backbone['log'], 'appendCommand' | 'partitionOf' | 'partitionCount'>

export interface AppendWatch {
  readonly appendCommand: WatchedLog['appendCommand']
  part(): PartState
}

interface Failing {
  readonly since: number
  readonly last: number
  readonly error: unknown
}

/** A log whose partitions can only fail together gives itself out to have one. */
export function watchAppends(log: WatchedLog, now: () => number = () => performance.now()): AppendWatch {
  /** Those whose last append failed, and when those of the others were stored. */
  const failing = new Map<number, Failing>()
  const stored = new Map<number, number>()
  let storedAt = Number.NEGATIVE_INFINITY
  const isRecent = (at: number) => now() - at <= forgottenMs
  return {
    async appendCommand(command) {
      const partition = log.partitionOf(logKeyOf(command))
      try {
        await log.appendCommand(command)
        storedAt = now()
        stored.set(partition, storedAt)
        failing.delete(partition)
      } catch (error) {
        // What is too large says nothing of the others.
        if (error instanceof LogError && error.code !== 'TOO_LARGE') {
          failing.set(partition, { since: failing.get(partition)?.since ?? now(), last: now(), error })
          stored.delete(partition)
        }
        throw error
      }
    },
    part() {
      const lasting = [...failing.values()].filter(({ since, last }) => last - since >= graceMs && isRecent(last))
      const fails = lasting.length >= Math.min(failingMin, log.partitionCount) && ![...stored.values()].some(isRecent)
      if (!fails) return { name: 'appends', ok: true }
      const since = Math.max(storedAt, Math.min(...lasting.map((each) => each.since)))
      const { error } = lasting.reduce((a, b) => (b.last > a.last ? b : a))
      return { name: 'appends', ok: false, detail: `none was stored for ${Math.round((now() - since) / 1000)} s: ${String(error)}` }
    },
  }
}
