// What a chat prints: lines for people, or one JSON object per line for programs. Items keep their order although names
// may have to be asked for.
import { type Body, type Item, plainLine } from '@skein/client'
import { jsonLine } from '../json-line.ts'
import { mistypedCode } from './mistyped.ts'
import type { Names } from './names.ts'
import type { Places } from './places.ts'
import { settingText } from './setting-text.ts'

export interface ChatOutput {
  item(item: Item, own: boolean): void
  /** Something happened or was asked for; `kind` and `fields` are for programs, `text` for people. */
  notice(kind: string, text: string, fields?: Record<string, unknown>): void
  /** Resolves when everything handed in is printed. */
  settled(): Promise<void>
}

/** An item for programs: a text stands for itself, another body by its bytes in Base64. */
export function itemFields(item: Item): Record<string, unknown> {
  if (!('body' in item)) return { ...item }
  const { body, ...rest } = item
  const { bytes, ...kind } = body
  return { ...rest, ...kind, ...(item.text === null ? { bytes: Buffer.from(bytes).toString('base64') } : {}) }
}

export function jsonOutput(stdout: { write(text: string): unknown }): ChatOutput {
  const print = (value: Record<string, unknown>) => stdout.write(jsonLine(value))
  return {
    item(item, own) {
      if (item.type !== 'MessageSent') {
        print({ kind: 'item', own, ...itemFields(item) })
        return
      }
      const { type: _type, ...fields } = itemFields(item)
      print({ kind: 'message', own, ...fields })
    },
    notice: (kind, text, fields) => print({ kind, ...(fields ?? { text }) }),
    settled: () => Promise.resolve(),
  }
}

/** What others wrote moves nothing on the screen but its own lines, and turns the order of no characters around. */
export const printable = (text: string) => text.split('\n').map(plainLine).join('\n    ')
export const clock = (ms: number) => new Date(ms).toTimeString().slice(0, 5)

type Told<Type extends Item['type']> = (item: Extract<Item, { readonly type: Type }>, who: string, names: Names) => string | Promise<string>

const userOf = async ({ userId }: { readonly userId: string }, names: Names) => names.user(userId)

const idOf = ({ userId }: { readonly userId: string }) => userId

/** Those whom an item names, and how many more it is about. */
async function subjects({ subjectCount }: { readonly subjectCount: number }, userIds: readonly string[], names: Names): Promise<string> {
  const named = (await Promise.all(userIds.map((userId) => names.user(userId)))).join(', ')
  return subjectCount > userIds.length ? `${named} and ${subjectCount - userIds.length} more` : named
}

export const said = ({ text, body }: { readonly text: string | null; readonly body: Body }): string =>
  text === null ? `(${body.contentType}, ${body.bytes.length} bytes)` : text

/** What kinds of items say to people; others are told by their name, as "message revoked". */
const told: { readonly [Type in Item['type']]?: Told<Type> } = {
  async MessageSent(item, who, names) {
    const { removed, edits } = item
    if (removed?.kind === 'hidden') return `* a message of ${who} that you deleted`
    if (removed) return `* a message of ${who} was ${removed.kind} by ${await names.user(removed.actorId)}`
    return `${who}${item.mentionAll ? ' (to all)' : ''}: ${said(item)}${edits > 0 ? ' (edited)' : ''}`
  },
  // Without a body when it was edited again, or taken away, since.
  MessageEdited: (item, who) => `${who} edited #${item.targetSeq}${item.body.contentType ? `: ${said(item)}` : ''}`,
  MessageRevoked: (item, who) => `* ${who} took a message back (#${item.targetSeq})`,
  MessageDeleted: (item, who) => `* ${who} deleted a message (#${item.targetSeq})`,
  GroupCreated: ({ name }, who) => `* ${who} created the group ${name}`,
  MembersAdded: async (item, who, names) => `* ${who} added ${await subjects(item, item.members.map(idOf), names)}`,
  MembersRemoved: async (item, who, names) => `* ${who} removed ${await subjects(item, item.userIds, names)}`,
  async MemberJoined(item, _who, names) {
    const joined = `* ${await userOf(item, names)} joined`
    if (item.approvedBy === '') return joined
    const by = await names.user(item.approvedBy)
    return item.how === 'request'
      ? `${joined}, let in by ${by}`
      : `${joined} by ${item.how === 'link' ? 'a link' : 'an invitation'} of ${by}`
  },
  UserBanned: async (item, who, names) => `* ${who} ${item.banned ? 'banned' : 'lifted the ban of'} ${await userOf(item, names)}`,
  MemberLeft: async (item, _who, names) => `* ${await userOf(item, names)} left`,
  MemberMuted: async (item, who, names) =>
    item.mutedUntilMs > item.occurredAtMs
      ? `* ${who} muted ${await userOf(item, names)} until ${clock(item.mutedUntilMs)}`
      : `* ${who} lets ${await userOf(item, names)} speak again`,
  NicknameChanged: async (item, _who, names) =>
    item.nickname
      ? `* ${await userOf(item, names)} is called ${item.nickname} here`
      : `* ${await userOf(item, names)} is called by their own name again`,
  GroupChanged: ({ settings }, who) => `* ${who} set ${settings.map(settingText).join(', ')}`,
  GroupDismissed: ({ ended }, who) => (ended ? '* the group has come to its end' : `* ${who} dismissed the group`),
  MemberRoleChanged: async (item, who, names) => `* ${who} made ${await userOf(item, names)} ${item.role}`,
  unknown: (_item, who) => `* ${who} did something this version does not know`,
}

export async function describeItem(item: Item, names: Names): Promise<string> {
  // What comes of itself is done by nobody.
  const who = item.actorId === '' ? 'nobody' : await names.user(item.actorId)
  const tell = told[item.type] as unknown as Told<never> | undefined
  return tell ? tell(item as never, who, names) : `* ${who}: ${item.type.replaceAll(/\B[A-Z]/g, ' $&').toLowerCase()}`
}

/** Whole ids of groups, and of users as servers make them: no part of a longer one, or of a link. */
const ids = /(?<![\w./-])(?:g:[\w.-]+|[0-9a-f]{32})(?![\w./-])/g

/** What a server says by ids, as people know them; what nobody here knows stands for itself. */
async function named(text: string, names: Names, places: Places): Promise<string> {
  const told = [...new Set(text.match(ids))]
  const isGroup = (id: string) => id.startsWith('g:')
  const known = new Map(await names.some(told.filter((id) => !isGroup(id))))
  for (const id of told.filter(isGroup)) known.set(id, await places.label(id))
  return text.replaceAll(ids, (id) => known.get(id) ?? id)
}

/** `isOnScreen`: the person sees it already, where they have typed it. */
export function plainOutput(
  print: (line: string) => void,
  names: Names,
  places: Places,
  isOnScreen: (item: Item) => boolean = () => false,
): ChatOutput {
  let last: Promise<void> = Promise.resolve()
  const inOrder = (make: () => Promise<string> | string) => {
    last = last.then(make).then(print, (error) => print(`! ${String(error)}`))
  }
  return {
    item(item) {
      if (isOnScreen(item)) return
      inOrder(async () => {
        const place = await places.label(item.conversationId)
        return printable(`${clock(item.occurredAtMs)} [${place}] ${await describeItem(item, names)}`)
      })
    },
    notice(kind, text, fields) {
      // What this program refuses by itself names people already, and an id only to choose by.
      const isSaidByIds = kind === 'refused' && fields?.code !== mistypedCode
      inOrder(async () => `- ${printable(isSaidByIds ? await named(text, names, places) : text)}`)
    },
    settled: () => last,
  }
}
