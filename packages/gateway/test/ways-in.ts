// Ways into groups, of which a gateway under test knows none: tests of the views and of whole installations have them.
import type { ReadViews } from '@skein/projections'

export const noWaysIn: Pick<ReadViews, 'invitations' | 'joinLinks' | 'joinRequests' | 'bans' | 'joinInfo'> = {
  invitations: async () => ({ invitations: [], more: false }),
  joinLinks: async () => 'NOT_A_MEMBER',
  joinRequests: async () => 'NOT_A_MEMBER',
  bans: async () => 'NOT_A_MEMBER',
  joinInfo: async () => null,
}
