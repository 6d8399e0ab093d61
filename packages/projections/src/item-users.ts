// Users that an item names besides its actor, for whoever has to show their names.
import { type Messages, wire } from '@skein/contracts'
import { fieldOf } from './shown.ts'

const usersIn: { readonly [K in keyof Messages.ItemContents]: (content: Messages.ItemContents[K]) => readonly string[] } = {
  MessageSent: () => [],
  GroupCreated: ({ members }) => members.map(({ userId }) => userId),
  MembersAdded: ({ members }) => members.map(({ userId }) => userId),
  MemberRemoved: ({ userId }) => [userId],
  MemberLeft: ({ userId }) => [userId],
  MemberRoleChanged: ({ userId }) => [userId],
}

/** Of an encoded ConversationItem; none of a kind that this release does not know. */
export function usersNamedIn(kind: string, item: Uint8Array): readonly string[] {
  if (!Object.hasOwn(usersIn, kind)) return []
  const decoded = wire.ConversationItem.decode(item) as unknown as Readonly<Record<string, unknown>>
  const content = decoded[fieldOf(kind)]
  const named = usersIn[kind as keyof Messages.ItemContents] as (content: unknown) => readonly string[]
  return content ? named(content) : []
}
