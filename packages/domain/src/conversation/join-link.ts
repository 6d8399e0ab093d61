// Links to a group. Its members and the log know the hash of a link's token alone, by which it is found: a token is compared with nothing.

import type { Fold } from '@skein/event-sourcing'
import type { JoinLinkCell } from '../cells/joining.ts'
import { joinLinkKey } from '../cells/joining.ts'
import { asKind, type Cell } from '../cells.ts'
import { change } from '../rule.ts'

/** What may be the hash of a token, and so the id of a link. */
export const isLinkId = (value: string): boolean => /^[A-Za-z0-9_-]{22,64}$/.test(value)

interface OfLink {
  readonly meta: { readonly appId: string }
  readonly conversationId: string
  readonly linkId: string
}

/** A link that is there. */
export const onLink = ({ meta, conversationId, linkId }: OfLink, to: (link: JoinLinkCell) => JoinLinkCell): Fold<Cell> =>
  change(joinLinkKey(meta.appId, conversationId, linkId), (cell) => {
    const link = asKind('join-link', cell)
    if (link === undefined) throw new Error(`a link to ${conversationId} is used that was never made`)
    return to(link)
  })
