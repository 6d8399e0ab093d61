// Books of what was offered to users, and asked by them, where groups are come into: each is answered, or taken back, once, by nobody's ban shut out, and
// before its user has been in by another way.
import assert from 'node:assert/strict'
import type { SkeinEvent } from '@skein/contracts'

/** Who was invited, and who asked to be let in. */
export interface Offers {
  readonly invited: Set<string>
  readonly asking: Set<string>
}

export const noOffers = (): Offers => ({ invited: new Set(), asking: new Set() })

export function seeOffer({ invited, asking }: Offers, event: SkeinEvent, banned: ReadonlySet<string>): void {
  if (event.type === 'InvitationSent') for (const userId of event.userIds) invited.add(userId)
  if (event.type === 'JoinRequested') asking.add(event.userId)
  if (event.type === 'InvitationAnswered' || event.type === 'InvitationRevoked')
    assert.ok(invited.delete(event.userId) && !banned.has(event.userId), 'what was offered is answered once, before they are in')
  if (event.type === 'JoinRequestAnswered' || event.type === 'JoinRequestWithdrawn')
    assert.ok(asking.delete(event.userId) && !banned.has(event.userId), 'what was asked is answered once, before they are in')
}

/** Whoever is in has come in: what was before is over. */
export function endOffers({ invited, asking }: Offers, userId: string): void {
  invited.delete(userId)
  asking.delete(userId)
}
