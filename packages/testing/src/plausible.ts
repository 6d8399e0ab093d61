// What stands in the fields of a request with which nothing is wrong, by their names: for suites that are made from the schema.
import { randomUUID } from 'node:crypto'
import type { RequestName } from '@skein/contracts'

/** What a field of this name holds when nothing is wrong with it: text or bytes or a number; messages are made of their fields. */
export type Plausible = (field: string) => string | number | Uint8Array | undefined

const texts: Readonly<Record<string, string>> = {
  role: 'admin',
  contentType: 'text/plain',
  encoding: '',
  keyId: '',
  url: 'https://files.example/a.png',
  // Of a group as well as of a setting.
  name: 'description',
  write: 'everybody',
  add: 'everybody',
  mentionAll: '0',
  expiresAtMs: '0',
  linkId: 'x'.repeat(22),
  afterUserId: '',
  afterConversationId: '',
  clientName: 'test',
}

/** Of whom and where it is asked. */
interface Scene {
  readonly conversationId: string
  readonly appId: string
  /** Whom it names. */
  readonly user: { readonly userId: string; readonly userName: string }
  /** Of a device; of a link to join by where nothing is said. */
  readonly token?: string
}

export const plausibleIn =
  ({ conversationId, appId, user: { userId, userName }, token = 'x'.repeat(64) }: Scene): Plausible =>
  (field) => {
    if (/^client\w+Id$|^messageId$/.test(field)) return randomUUID()
    if (/^(user|member)Ids?$/.test(field)) return userId
    const known: Readonly<Record<string, string>> = { ...texts, conversationId, appId, userName, token }
    return known[field]
  }

const ofTwo: readonly RequestName[] = ['requestFriend', 'answerFriendRequest', 'deleteFriend', 'setRemark', 'blockUser', 'unblockUser']
const ofEverybody: readonly RequestName[] = ['broadcast', 'broadcastOnline']

/** Which conversation a request is about: of two people, of everybody of the app, or else of a group. */
export function aboutOf<T>(name: RequestName, { two, everybody, group }: Readonly<Record<'two' | 'everybody' | 'group', T>>): T {
  if (ofTwo.includes(name)) return two
  return ofEverybody.includes(name) ? everybody : group
}
