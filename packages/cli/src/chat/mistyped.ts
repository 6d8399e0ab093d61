// What this program refuses by itself, before a server is asked: it has a code of its own, which people are not shown.
import { SkeinError } from '@skein/client'

export const mistypedCode = 'MISTYPED'

export const mistyped = (detail: string): SkeinError => new SkeinError(mistypedCode, detail)

/** What to type instead, by what was refused. */
const ways: Readonly<Record<string, string>> = {
  LIVE_ROOM: '/follow, and what you type is said',
  NOT_JOINABLE: 'ask somebody in it for an invitation or a link',
  LINK_INVALID: 'ask for another link',
}

/** What stands in the way, for people: with its code when the server said it. */
export function reasonOf(error: unknown): { readonly code: string; readonly reason: string } {
  if (!(error instanceof SkeinError)) return { code: 'CLIENT_FAULT', reason: String(error) }
  const way = ways[error.code]
  return { code: error.code, reason: error.code === mistypedCode ? error.detail : `${error.message}${way === undefined ? '' : `; ${way}`}` }
}
