// Ways into groups, of which a gateway under test knows none: tests of the views and of whole installations have them.
import type { ReadViews, SyncPage } from '@skein/projections'

export const noWaysIn: Pick<ReadViews, 'invitations' | 'joinLinks' | 'joinRequests' | 'ownJoinRequests' | 'bans' | 'joinInfo'> = {
  invitations: async () => ({ invitations: [], more: false }),
  joinLinks: async () => 'NOT_A_MEMBER',
  joinRequests: async () => 'NOT_A_MEMBER',
  ownJoinRequests: async () => ({ requests: [], more: false }),
  bans: async () => 'NOT_A_MEMBER',
  joinInfo: async () => null,
}

export const nothingWaits: Pick<SyncPage, 'invitations' | 'endedInvitations' | 'invitationsCut' | 'joinRequests' | 'joinRequestsCut'> = {
  ...{ invitations: [], endedInvitations: [], invitationsCut: false },
  ...{ joinRequests: [], joinRequestsCut: false },
}
