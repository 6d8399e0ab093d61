// Where text can go: conversations by the names that people have for them. A group has its name, a direct conversation that of the other
// user, and each has a short number, which stays the same for as long as this program runs.
import { type Client, directConversationId, type Session, SkeinError } from '@skein/client'
import { mistyped } from './mistyped.ts'
import type { Names } from './names.ts'
import { createRoomsAmong } from './rooms-among.ts'

export interface Place {
  readonly number: number
  readonly session: Session
}

export interface Places {
  /** Conversations of this user, the one with the newest activity first. */
  list(): readonly Place[]
  /** `#2`, for what /to takes. */
  short(conversationId: string): string
  /** What people call it; with its number where another group of theirs is called the same. */
  label(conversationId: string): Promise<string>
  /** What a live room is called that this user follows and need not be in. */
  name(conversationId: string, name: string): void
  /** Resolves when this device knows what a group is called, or soon. */
  named(conversationId: string): Promise<void>
  /** Those live rooms that this user is in, of the groups with the newest activity. */
  liveRooms(): Promise<readonly string[]>
  /** The conversation that was typed: a user, a group by its name, a number, or an id. Throws a SkeinError when there is none, or several. */
  find(text: string): Promise<string>
}

/** A group that was just created is shown a moment later. */
const nameTimeoutMs = 2_000

const sameName = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

/** Of conversations, in the order in which each was shown first. */
function createNumbers() {
  const numbers = new Map<string, number>()
  return {
    of(conversationId: string): number {
      const known = numbers.get(conversationId) ?? numbers.size + 1
      numbers.set(conversationId, known)
      return known
    },
    find: (text: string): string | undefined => [...numbers].find(([, given]) => `#${given}` === text)?.[0],
  }
}

export function createPlaces(client: Client, names: Names): Places {
  const numbers = createNumbers()
  const rooms = new Map<string, string>()
  const roomsAmong = createRoomsAmong(client)
  const groupsNamed = (name: string) => client.sessions().filter((session) => session.role !== '' && sameName(session.name, name))

  async function byName(name: string): Promise<string> {
    const groups = groupsNamed(name)
    const exact = groups.filter((session) => session.name === name)
    const meant = exact.length > 0 ? exact : groups
    const userId = await names.userId(name).catch((error) => {
      if (error instanceof SkeinError && error.code === 'USER_NOT_FOUND') return null
      throw error
    })
    const all = meant.map(({ conversationId, memberCount }) => ({
      conversationId,
      way: `the group with ${memberCount} members is ${places.short(conversationId)}`,
    }))
    if (userId !== null) all.push({ conversationId: directConversationId(client.userId, userId), way: `the user is @${name}` })
    // A group may be given by its id alone.
    if (all.length === 0 && client.session(`g:${name}`)) return `g:${name}`
    if (all.length > 1) throw mistyped(`"${name}" may be one of several: ${all.map(({ way }) => way).join(', ')}`)
    if (all.length === 0) throw new SkeinError('USER_NOT_FOUND', `there is no user "${name}", and no group of yours of that name`)
    return all[0]!.conversationId
  }

  async function byId(conversationId: string): Promise<string> {
    // Whoever is no member is refused here, not at every line they type.
    const isKnown = client.session(conversationId) !== undefined || client.followedRooms().includes(conversationId)
    if (conversationId.startsWith('g:') && !isKnown) await client.members(conversationId, { limit: 1 })
    return conversationId
  }

  const places: Places = {
    list: () =>
      client
        .sessions()
        .sort((a, b) => b.lastActivityAtMs - a.lastActivityAtMs)
        .map((session) => ({ number: numbers.of(session.conversationId), session })),
    short: (conversationId) => `#${numbers.of(conversationId)}`,
    async label(conversationId) {
      const [kind, first, second] = conversationId.split(':')
      if (kind === 'b') return 'to everybody'
      if (kind === 'd' && first && second) return names.user(first === client.userId ? second : first)
      const name = client.session(conversationId)?.name ?? rooms.get(conversationId)
      if (!name) return conversationId
      return groupsNamed(name).length > 1 ? `${name} ${places.short(conversationId)}` : name
    },
    name: (conversationId, name) => void rooms.set(conversationId, name),
    named: (conversationId) => named(client, conversationId),
    liveRooms() {
      const groups = places.list().filter(({ session }) => session.kind === 'group' && session.role !== '')
      return roomsAmong(groups.map(({ session }) => session.conversationId))
    },
    async find(text) {
      if (/^[bdg]:/.test(text)) return byId(text)
      if (text.startsWith('@')) return directConversationId(client.userId, await names.userId(text.slice(1)))
      if (!/^#\d+$/.test(text)) return byName(text)
      // Each gets its number, if nobody has been shown one yet.
      places.list()
      const found = numbers.find(text)
      if (found === undefined) throw mistyped(`there is no ${text}; /list shows your conversations`)
      return found
    },
  }
  return places
}

function named(client: Client, conversationId: string): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      forget()
      resolve()
    }
    const look = () => {
      if (client.session(conversationId)?.name) end()
    }
    const timer = setTimeout(end, nameTimeoutMs)
    const forget = client.on('session', look)
    look()
  })
}
