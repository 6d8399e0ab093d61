// What can be typed into a chat: text goes to the present conversation, a line that begins with / is a command. Sends
// are not waited for, so that typing goes on while a connection is away; their refusals are printed.
import { type Client, directConversationId, SkeinError } from '@skein/client'
import type { Names } from './names.ts'
import { type ChatOutput, describeItem } from './output.ts'

export const chatHelp = `text                       send it to the present conversation
/to <user or group id>     choose whom to talk to
/group create <name> <user>...
/group add <user>...       /group remove <user>       /group members       /group leave
/history [count]           the last messages here
/read                      mark everything here as read
/unread                    where there is something to read
/online                    who is connected
/quit                      leave`

export interface Talk {
  /** Where text goes; empty before it is chosen. */
  readonly target: string
  readonly failures: number
  /** False when the chat is over. */
  line(text: string): Promise<boolean>
  /** Resolves when every message typed so far is stored or refused. */
  settled(): Promise<void>
}

export function createTalk(client: Client, output: ChatOutput, names: Names): Talk {
  let target = ''
  let failures = 0
  const sending = new Set<Promise<unknown>>()

  const refused = (what: string, error: unknown) => {
    failures += 1
    const { code, message } = error instanceof SkeinError ? error : { code: 'CLIENT_FAULT', message: String(error) }
    output.notice('refused', `${what}: ${message}`, { what, code })
  }

  client.on('item', (item) => output.item(item, item.actorId === client.userId))
  client.on('refused', ({ clientMessageId, error }) => refused(`message ${clientMessageId}`, error))
  client.on('state', ({ state, error }) => {
    if (error) output.notice('state', `${state}: ${error.message}`, { state, code: error.code })
    else if (state === 'online') output.notice('state', 'online', { state })
  })

  function here(): string {
    if (!target) throw new SkeinError('INVALID_ARGUMENT', 'say /to <user> first')
    return target
  }

  function hereGroup(): string {
    if (!here().startsWith('g:')) throw new SkeinError('INVALID_ARGUMENT', 'this is not a group')
    return target
  }

  const idsOf = (users: readonly string[]) => Promise.all(users.map((name) => names.userId(name)))

  async function choose(where: string | undefined): Promise<void> {
    if (!where) throw new SkeinError('INVALID_ARGUMENT', '/to <user or group id>')
    target = /^[dg]:/.test(where) ? where : directConversationId(client.userId, await names.userId(where))
    output.notice('to', `talking to ${await names.conversation(target)}`, { conversationId: target })
  }

  async function group(verb: string | undefined, rest: readonly string[]): Promise<void> {
    if (verb === 'create' && rest[0]) {
      const made = await client.createGroup({ name: rest[0], memberIds: await idsOf(rest.slice(1)) })
      target = made.conversationId
      output.notice('group', `${rest[0]} is ${target}`, { ...made })
    } else if (verb === 'add' && rest.length > 0) {
      output.notice('group', 'added', { ...(await client.addMembers(hereGroup(), await idsOf(rest))) })
    } else if (verb === 'remove' && rest[0]) {
      output.notice('group', 'removed', { ...(await client.removeMember(hereGroup(), await names.userId(rest[0]))) })
    } else if (verb === 'leave') {
      output.notice('group', 'left', { ...(await client.leaveGroup(hereGroup())) })
    } else if (verb === 'members') {
      const members = []
      for (let more = true; more; ) {
        const page = await client.members(hereGroup(), { afterUserId: members.at(-1)?.userId ?? '' })
        members.push(...page.members)
        more = page.more && page.members.length > 0
      }
      const lines = await Promise.all(members.map(async (m) => `${await names.user(m.userId)} (${m.role})`))
      output.notice('members', lines.join(', '), { members })
    } else throw new SkeinError('INVALID_ARGUMENT', '/group create <name> <user>... | add <user>... | remove <user> | members | leave')
  }

  async function history(count: string | undefined): Promise<void> {
    const { items, more } = await client.history(here(), { limit: Number(count) || 20 })
    const lines = await Promise.all(items.map(async (item) => `${item.seq}. ${await describeItem(item, names)}`))
    const shown = items.map(({ seq, ordinal, actorId, ...item }) => ({
      seq,
      ordinal,
      actorId,
      type: item.type,
      text: item.type === 'message' ? item.text : undefined,
    }))
    output.notice('history', [more ? '(there is more before)' : '(from the beginning)', ...lines].join('\n'), { items: shown, more })
  }

  async function unread(): Promise<void> {
    const counted = await client.unread()
    const lines = await Promise.all(
      counted.entries.map(async (entry) => `${await names.conversation(entry.conversationId)}: ${entry.unread}`),
    )
    output.notice('unread', lines.join(', ') || 'nothing unread', { ...counted })
  }

  async function online(): Promise<void> {
    const users = await client.onlineUsers()
    const lines = await Promise.all(users.map((user) => names.user(user.userId)))
    output.notice('online', lines.join(', '), { users: users.map((user) => user.userId) })
  }

  async function command(name: string, rest: readonly string[]): Promise<void> {
    switch (name) {
      case 'help':
        return output.notice('help', chatHelp)
      case 'to':
        return choose(rest[0])
      case 'group':
        return group(rest[0], rest.slice(1))
      case 'history':
        return history(rest[0])
      case 'read':
        return output.notice('read', 'read', { conversationId: here(), ...(await client.markRead(here())) })
      case 'unread':
        return unread()
      case 'online':
        return online()
      default:
        throw new SkeinError('INVALID_ARGUMENT', `there is no /${name}; /help lists what there is`)
    }
  }

  return {
    get target() {
      return target
    },
    get failures() {
      return failures
    },
    async settled() {
      await Promise.all(sending)
    },
    async line(text) {
      if (text.trim() === '') return true
      try {
        if (!text.startsWith('/')) {
          // The `refused` event tells of refusals; what never became a message is told here.
          const sent = client.send(here(), text).catch((error: SkeinError) => {
            if (error.code === 'BACKLOG_FULL') refused('send', error)
          })
          sending.add(sent)
          void sent.finally(() => sending.delete(sent))
          return true
        }
        const [name = '', ...rest] = text.slice(1).trim().split(/\s+/)
        if (name === 'quit') return false
        await command(name, rest)
      } catch (error) {
        refused(text.split(' ')[0]!, error)
      }
      return true
    },
  }
}
