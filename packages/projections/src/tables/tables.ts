// All tables and all stored cells. One that is missing here does not compile.
import type { Cell } from '@skein/domain'
import { appCell, appPolicyCell, apps } from './apps.ts'
import { broadcasterCell, broadcasters } from './broadcasters.ts'
import { claims } from './claims.ts'
import { conversationCell, conversations } from './conversations.ts'
import { deviceSessionCell, deviceSessions } from './device-sessions.ts'
import { edits } from './edits.ts'
import { groupNames } from './group-names.ts'
import { groupCell, groups } from './groups.ts'
import { hiddenCell, hiddenItems, knownMessageCell } from './hidden-items.ts'
import { intentCell, intents } from './intents.ts'
import { type ItemCell, itemCell, items, messageCell } from './items.ts'
import { banCell, bans, invitationCell, invitations, joinLinkCell, joinLinks, joinRequestCell, joinRequests } from './joining.ts'
import { memberCell, memberships } from './memberships.ts'
import { knownPrivacyCell, privacies, privacyCell } from './privacies.ts'
import { knownRelationCell, relationCell, relations } from './relations.ts'
import { readerCell, sessions } from './sessions.ts'
import type { StoredCell } from './stored-cell.ts'
import type { RowOf, Table, TableName } from './table.ts'
import { timerCell, timers } from './timers.ts'
import { userNameCell, userNames } from './user-names.ts'
import { knownUserCell, userCell, users } from './users.ts'

/** In the order in which they are written. */
export const tables = {
  apps,
  users,
  user_names: userNames,
  device_sessions: deviceSessions,
  conversations,
  items,
  edits,
  hidden_items: hiddenItems,
  intents,
  memberships,
  sessions,
  claims,
  timers,
  relations,
  privacies,
  groups,
  broadcasters,
  group_names: groupNames,
  invitations,
  join_links: joinLinks,
  join_requests: joinRequests,
  bans,
} as const satisfies { readonly [N in TableName]: Table<N> }

/** A row of the table of that name. */
export type Row<N extends TableName> = RowOf<(typeof tables)[N]>

/** Cells of the domain, and those that only views have. */
export type ViewCell = Cell | ItemCell

export const storedCells: { readonly [K in ViewCell['kind']]: StoredCell<Extract<ViewCell, { readonly kind: K }>> } = {
  conversation: conversationCell,
  member: memberCell,
  message: messageCell,
  item: itemCell,
  'known-message': knownMessageCell,
  hidden: hiddenCell,
  intent: intentCell,
  user: userCell,
  'known-user': knownUserCell,
  'user-name': userNameCell,
  'device-session': deviceSessionCell,
  app: appCell,
  'app-policy': appPolicyCell,
  timer: timerCell,
  relation: relationCell,
  'known-relation': knownRelationCell,
  privacy: privacyCell,
  'known-privacy': knownPrivacyCell,
  group: groupCell,
  reader: readerCell,
  broadcaster: broadcasterCell,
  invitation: invitationCell,
  'join-link': joinLinkCell,
  'join-request': joinRequestCell,
  ban: banCell,
}
