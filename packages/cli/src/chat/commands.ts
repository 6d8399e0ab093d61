// Every command of the chat, in the order of /help.
import { SkeinError } from '@skein/client'
import type { ChatCommand } from './chat-command.ts'
import { groupAdd } from './commands/group-add.ts'
import { groupCreate } from './commands/group-create.ts'
import { groupLeave } from './commands/group-leave.ts'
import { groupMembers } from './commands/group-members.ts'
import { groupRemove } from './commands/group-remove.ts'
import { history } from './commands/history.ts'
import { online } from './commands/online.ts'
import { quit } from './commands/quit.ts'
import { read } from './commands/read.ts'
import { to } from './commands/to.ts'
import { unread } from './commands/unread.ts'

const help: ChatCommand = {
  name: 'help',
  usage: '',
  purpose: 'this list',
  run: ({ output }) => output.notice('help', chatHelp()),
}

const chatCommands: readonly ChatCommand[] = [
  ...[to, groupCreate, groupAdd, groupRemove, groupMembers, groupLeave],
  ...[history, read, unread, online, help, quit],
]

const spelled = ({ name, usage }: ChatCommand): string => `/${name}${usage ? ` ${usage}` : ''}`

export function chatHelp(): string {
  const lines = [['text', 'send it to the present conversation'], ...chatCommands.map((command) => [spelled(command), command.purpose])]
  const width = Math.max(...lines.map(([usage]) => usage!.length))
  return lines.map(([usage, purpose]) => `${usage!.padEnd(width)}  ${purpose}`).join('\n')
}

/** The command that a line without its / asks for, and the words that follow its name. Throws a SkeinError when there is none. */
export function commandOf(line: string): { readonly command: ChatCommand; readonly words: readonly string[] } {
  const words = line.trim().split(/\s+/)
  const command = chatCommands.find(({ name }) => name.split(' ').every((word, i) => word === words[i]))
  if (!command) {
    const alike = chatCommands.filter(({ name }) => name.split(' ')[0] === words[0])
    const detail = alike.length > 0 ? alike.map(spelled).join(', ') : `there is no /${words[0]}; /help lists what there is`
    throw new SkeinError('INVALID_ARGUMENT', detail)
  }
  const rest = words.slice(command.name.split(' ').length)
  if (rest.length < (command.wordsMin ?? 0)) throw new SkeinError('INVALID_ARGUMENT', spelled(command))
  return { command, words: rest }
}
