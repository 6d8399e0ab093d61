// Ids and keys: how conversations and aggregates are named, and what a valid name is. Every id is scoped by its app.

/** User, group and app ids. */
const idPattern = /^[A-Za-z0-9_.-]{1,64}$/
const userNamePattern = /^[A-Za-z0-9_.-]{3,32}$/
const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** A part of a token: base64url without padding, of which each text of bytes has one. */
const tokenPart = '(?:[\\w-]{4})*(?:[\\w-][AQgw]|[\\w-]{2}[AEIMQUYcgkosw048])?'
const tokenPattern = new RegExp(`^${tokenPart}\\.${tokenPart}\\.${tokenPart}$`)

export type Conversation =
  | { readonly kind: 'direct'; readonly userIds: readonly [string, string] }
  | { readonly kind: 'group'; readonly groupId: string }
  /** What is told to every user of an app. */
  | { readonly kind: 'broadcasts'; readonly appId: string }

export const isUserId = (value: string): boolean => idPattern.test(value)
export const isAppId = (value: string): boolean => idPattern.test(value)
export const isDeviceId = (value: string): boolean => idPattern.test(value)
export const isUserName = (value: string): boolean => userNamePattern.test(value)
/** The one way to write a token: decoders take more, and what is appended to a token is another token. */
export const isToken = (value: string): boolean => tokenPattern.test(value)
/** Lower-case hexadecimal UUID of any version. */
export const isUuid = (value: string): boolean => uuidPattern.test(value)

/** `d:<a>:<b>` with a <= b by bytes (ids are ASCII, so string order is byte order); with oneself `d:<a>:<a>`. */
export function directConversationId(a: string, b: string): string {
  return a <= b ? `d:${a}:${b}` : `d:${b}:${a}`
}

const broadcastPrefix = 'b:'

/** The conversation in which an app's broadcasts stand. */
export const broadcastConversationId = (appId: string): string => `${broadcastPrefix}${appId}`

/** Whether a conversation holds the broadcasts of an app. */
export const isBroadcastConversation = (conversationId: string): boolean => conversationId.startsWith(broadcastPrefix)

/** What a conversation id says; null for one that is not valid. */
export function parseConversationId(id: string): Conversation | null {
  if (id.startsWith('g:')) {
    const groupId = id.slice(2)
    return isUserId(groupId) ? { kind: 'group', groupId } : null
  }
  if (id.startsWith(broadcastPrefix)) {
    const appId = id.slice(broadcastPrefix.length)
    return isAppId(appId) ? { kind: 'broadcasts', appId } : null
  }
  if (!id.startsWith('d:')) return null
  const between = id.indexOf(':', 2)
  const first = id.slice(2, between)
  const second = id.slice(between + 1)
  return between > 0 && first <= second && isUserId(first) && isUserId(second) ? { kind: 'direct', userIds: [first, second] } : null
}

/** The other user of a direct conversation; oneself in a conversation with oneself. */
export function peerOf(conversation: { readonly userIds: readonly [string, string] }, userId: string): string {
  return conversation.userIds[0] === userId ? conversation.userIds[1] : conversation.userIds[0]
}
