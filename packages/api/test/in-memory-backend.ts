// What stands behind the API, in memory and whole: a log of one partition with the rules for names, users and device
// sessions, replies over a link, views that follow the log, presence. Each can be held back or made to fail by hand.
import { randomUUID } from 'node:crypto'
import type { SkeinCommand } from '@skein/contracts'
import type { Checkpoint } from '@skein/event-sourcing'
import type { ConnectionInfo, LinkListener, LinkReply, NodeInfo, NodeLink, Presence } from '@skein/node-link'
import type { ReadViews, UserProfile } from '@skein/projections'
import type { AppendCommand } from '../src/index.ts'

type Change = (view: View) => void

interface View {
  readonly users: Map<string, UserProfile>
  readonly names: Map<string, string>
  readonly sessions: Map<string, 'open' | 'closed'>
}

type CommandType = SkeinCommand['type']

export interface InMemoryBackend {
  readonly appendCommand: AppendCommand
  /** A link of one more API process. */
  openLink(): Pick<NodeLink, 'incarnation' | 'listen'>
  readonly views: ReadViews
  readonly presence: Pick<Presence, 'liveNodes' | 'online'>
  readonly nodes: NodeInfo[]
  readonly connections: ConnectionInfo[]
  readonly commands: SkeinCommand[]
  readonly events: { readonly type: string }[]
  readonly replies: LinkReply[]
  /** Called for each command before it is appended: throw to fail the append. */
  beforeAppend: (command: SkeinCommand) => void
  /** Commands of these types are appended and never decided. */
  readonly undecided: Set<CommandType>
  /** Commands of these types are decided and their reply is lost. */
  readonly unanswered: Set<CommandType>
  /** While true, the views stay where they are. */
  viewsHeld: boolean
}

export function createInMemoryBackend(): InMemoryBackend {
  const names = new Map<string, string>()
  const users = new Set<string>()
  const sessions = new Map<string, 'open' | 'closed'>()
  const view: View = { users: new Map(), names: new Map(), sessions: new Map() }
  const changes: Change[] = []
  let projected = 0
  const listeners = new Map<string, LinkListener>()

  function record(event: { readonly type: string }, change: Change): void {
    backend.events.push(event)
    changes.push(change)
  }

  function decide(command: SkeinCommand): string {
    const { appId, deviceId } = command.meta
    const id = (name: string) => `${appId}/${name}`
    switch (command.type) {
      case 'ClaimUserName': {
        const name = id(command.userName.toLowerCase())
        const owner = names.get(name)
        if (owner !== undefined) return owner === command.userId ? '' : 'NAME_TAKEN'
        names.set(name, command.userId)
        const { userName, userId } = command
        record({ type: 'UserNameClaimed', userName, userId } as never, () => {})
        return ''
      }
      case 'RegisterUser': {
        const { userId, userName, displayName } = command
        if (users.has(id(userId))) return ''
        users.add(id(userId))
        record({ type: 'UserRegistered', userId, userName, displayName } as never, ({ users, names }) => {
          users.set(id(userId), { userId, userName, displayName })
          names.set(id(userName.toLowerCase()), userId)
        })
        return ''
      }
      case 'OpenDeviceSession': {
        const { userId, sessionId } = command
        if (!users.has(id(userId))) return 'USER_NOT_FOUND'
        if (deviceId === '') return 'INVALID_ARGUMENT'
        sessions.set(id(sessionId), 'open')
        record({ type: 'DeviceSessionOpened', userId, sessionId } as never, (v) => v.sessions.set(id(sessionId), 'open'))
        return ''
      }
      case 'CloseDeviceSession': {
        const { userId, sessionId } = command
        if (sessions.get(id(sessionId)) !== 'open') return ''
        sessions.set(id(sessionId), 'closed')
        record({ type: 'DeviceSessionClosed', userId, sessionId } as never, (v) => v.sessions.set(id(sessionId), 'closed'))
        return ''
      }
      default:
        return 'UNKNOWN_COMMAND'
    }
  }

  function follow(): void {
    if (backend.viewsHeld) return
    for (; projected < changes.length; projected++) changes[projected]!(view)
  }

  const backend: InMemoryBackend = {
    nodes: [],
    connections: [],
    commands: [],
    events: [],
    replies: [],
    undecided: new Set(),
    unanswered: new Set(),
    viewsHeld: false,
    beforeAppend() {},

    async appendCommand(_key, command) {
      backend.beforeAppend(command)
      backend.commands.push(command)
      setImmediate(() => {
        if (backend.undecided.has(command.type)) return
        const code = decide(command)
        const reply: LinkReply = {
          connectionId: command.meta.replyConnection,
          commandId: command.meta.commandId,
          code,
          detail: code === 'NAME_TAKEN' ? 'userName' : '',
          seq: 0,
          ordinal: 0,
          messageId: '',
          occurredAtMs: command.meta.enteredAt,
          partition: 0,
          offset: changes.length - 1,
        }
        backend.replies.push(reply)
        if (!backend.unanswered.has(command.type)) listeners.get(command.meta.replyNode)?.reply(reply)
      })
    },

    openLink() {
      const incarnation = randomUUID()
      return {
        incarnation,
        async listen(listener) {
          listeners.set(incarnation, listener)
        },
      }
    },

    views: {
      async checkpoints() {
        follow()
        const checkpoint: Checkpoint = { partition: 0, nextOffset: projected, logEpoch: 'e', claim: 0, commandOffset: -1 }
        return new Map([[0, checkpoint]])
      },
      async findUser(appId, by) {
        const userId = 'userId' in by ? by.userId : view.names.get(`${appId}/${by.userName.toLowerCase()}`)
        return view.users.get(`${appId}/${userId}`) ?? null
      },
      async deviceSessions(list) {
        return list.map(({ appId, sessionId }) => view.sessions.get(`${appId}/${sessionId}`) ?? 'unknown')
      },
      sync: unasked,
      history: unasked,
      unread: unasked,
      members: unasked,
    },

    presence: {
      async liveNodes() {
        return backend.nodes
      },
      async online(appId, { after, limit }) {
        const byUser = Map.groupBy(
          backend.connections.filter((c) => c.appId === appId),
          (c) => c.userId,
        )
        const ids = [...byUser.keys()].sort().filter((id) => id > after)
        const page = ids.slice(0, limit)
        return { users: page.map((id) => byUser.get(id)!), next: ids.length > limit ? page.at(-1)! : '' }
      },
    },
  }
  return backend
}

const unasked = () => Promise.reject(new Error('the API does not ask for this'))
