// Every command of the chat, in the order of /help.
import type { ChatCommand } from './chat-command.ts'
import { all } from './commands/all.ts'
import { asked, withdraw } from './commands/asked.ts'
import { ban, bans, unban } from './commands/ban.ts'
import { blocked } from './commands/blocked.ts'
import { broadcast } from './commands/broadcast.ts'
import { broadcastOnline } from './commands/broadcast-online.ts'
import { connect } from './commands/connect.ts'
import { deleteMessage } from './commands/delete.ts'
import { edit } from './commands/edit.ts'
import { follow } from './commands/follow.ts'
import { friends } from './commands/friends.ts'
import { groupAdd } from './commands/group-add.ts'
import { channelCreate, groupCreate, roomCreate } from './commands/group-create.ts'
import { groupDismiss } from './commands/group-dismiss.ts'
import { groupInfo } from './commands/group-info.ts'
import { groupRole } from './commands/group-role.ts'
import { groupSet } from './commands/group-set.ts'
import { groups } from './commands/groups.ts'
import { history } from './commands/history.ts'
import { invitations } from './commands/invitations.ts'
import { invite, uninvite } from './commands/invite.ts'
import { decline, join } from './commands/join.ts'
import { kick } from './commands/kick.ts'
import { leave } from './commands/leave.ts'
import { link, links, unlink } from './commands/link.ts'
import { list } from './commands/list.ts'
import { members } from './commands/members.ts'
import { mute } from './commands/mute.ts'
import { nick } from './commands/nick.ts'
import { online } from './commands/online.ts'
import { owner } from './commands/owner.ts'
import { privacy } from './commands/privacy.ts'
import { quit } from './commands/quit.ts'
import { read } from './commands/read.ts'
import { acceptFriend, addFriend, block, refuseFriend, remark, unblock, unfriend } from './commands/relations.ts'
import { approve, deny, requests } from './commands/requests.ts'
import { revoke } from './commands/revoke.ts'
import { to } from './commands/to.ts'
import { unfollow } from './commands/unfollow.ts'
import { unread } from './commands/unread.ts'
import { mistyped } from './mistyped.ts'

const help: ChatCommand = {
  name: 'help',
  usage: '',
  purpose: 'this list',
  run: ({ output }) => output.notice('help', chatHelp()),
}

const chatCommands: readonly ChatCommand[] = [
  ...[to, list, groups, groupCreate, groupAdd, groupRole, members, kick, mute, owner, nick, leave],
  ...[groupInfo, groupSet, groupDismiss, all, channelCreate, roomCreate, follow, unfollow],
  ...[friends, addFriend, acceptFriend, refuseFriend, unfriend, remark, block, unblock, blocked, privacy],
  ...[invite, uninvite, invitations, join, decline, link, links, unlink, ban, unban, bans],
  ...[requests, approve, deny, asked, withdraw],
  ...[edit, revoke, deleteMessage, history, read, unread, broadcastOnline, broadcast, online, connect, help, quit],
]

const spelled = ({ name, usage }: ChatCommand): string => `/${name}${usage ? ` ${usage}` : ''}`

export function chatHelp(): string {
  const own = [
    ['text', 'send it to the present conversation'],
    ['//text', 'send a text that begins with /'],
  ]
  const lines = [...own, ...chatCommands.map((command) => [spelled(command), command.purpose])]
  const width = Math.max(...lines.map(([usage]) => usage!.length))
  return lines.map(([usage, purpose]) => `${usage!.padEnd(width)}  ${purpose}`).join('\n')
}

export const commandNames: readonly string[] = chatCommands.map(({ name }) => name)

export const commandNamed = (words: readonly string[]): ChatCommand | undefined =>
  chatCommands.find(({ name }) => name.split(' ').every((word, i) => word === words[i]?.toLowerCase()))

export interface Asked {
  readonly command: ChatCommand
  /** What follows its name, by words and as it was typed. What stands between " is one word. */
  readonly words: readonly string[]
  readonly text: string
}

/** Spaces within it kept. */
const behindWords = (text: string, count: number): string => text.replace(new RegExp(`^(\\S+(\\s+|$)){${count}}`), '')

/** What a line without its / asks for. Throws a SkeinError when there is no such command, or a word is missing. */
export function commandOf(line: string): Asked {
  const words = [...line.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word)
  const command = commandNamed(words)
  if (!command) {
    const alike = chatCommands.filter(({ name }) => name.split(' ')[0] === words[0]?.toLowerCase())
    const detail = alike.length > 0 ? alike.map(spelled).join(', ') : `there is no /${words[0] ?? ''}; /help lists what there is`
    throw mistyped(detail)
  }
  const ownWords = command.name.split(' ').length
  const rest = words.slice(ownWords)
  if (rest.length < (command.wordsMin ?? 0)) throw mistyped(`say ${spelled(command)}`)
  return { command, words: rest, text: behindWords(line.trim(), ownWords) }
}
