// Whether what this process asks the log to store is stored. A log that answers questions and takes no appends, as on a full disk, serves
// nobody: once nothing was taken for a while, the process is unready, until an append succeeds, or none was tried for long.
import { LogError } from '@skein/event-sourcing'
import type { Backbone, PartState } from './backbone.ts'

/** An election and a retry are over by then. */
const graceMs = 5_000
/** An unready process may be asked for nothing: it has to be tried again to be found mended. */
const forgottenMs = 30_000

type AppendCommand = Backbone['log']['appendCommand']

export interface AppendWatch {
  readonly appendCommand: AppendCommand
  part(): PartState
}

export function watchAppends(append: AppendCommand, now: () => number = () => performance.now()): AppendWatch {
  let failing: { readonly since: number; readonly last: number; readonly error: unknown } | null = null
  return {
    async appendCommand(command) {
      try {
        await append(command)
        failing = null
      } catch (error) {
        // What is too large says nothing of the others.
        if (error instanceof LogError && error.code !== 'TOO_LARGE') failing = { since: failing?.since ?? now(), last: now(), error }
        throw error
      }
    },
    part() {
      if (failing === null || failing.last - failing.since < graceMs || now() - failing.last > forgottenMs)
        return { name: 'appends', ok: true }
      const failingS = Math.round((now() - failing.since) / 1000)
      return { name: 'appends', ok: false, detail: `none was stored for ${failingS} s: ${String(failing.error)}` }
    },
  }
}
