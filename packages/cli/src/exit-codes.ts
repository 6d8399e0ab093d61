// How a command ends, for scripts: by one of these codes. `--help` prints them.
import type { SkeinError } from '@skein/client'

export const exitCodes = { done: 0, refused: 1, cut: 2 } as const

export const exitCodeHelp = `Exit codes:
  ${exitCodes.done}  everything was done
  ${exitCodes.refused}  something was refused, or was mistyped
  ${exitCodes.cut}  the server was not reached, could not do it now, or ended the session (REPLACED, LOGGED_OUT):
     what was typed last may not be stored`

const ends: ReadonlySet<string> = new Set(['REPLACED', 'LOGGED_OUT', 'STOPPED'])

export const exitCodeOf = ({ code, retriable }: SkeinError): number => (retriable || ends.has(code) ? exitCodes.cut : exitCodes.refused)

/** An error as people read it. */
export const lineOf = (error: SkeinError): string =>
  error.code === 'API_UNREACHABLE' ? `${error.message}: is Skein running there? make start starts one` : error.message
