// What stands behind the API, in memory and whole: a log of one partition, the domain that decides it, replies over a link, views that
// are folded from it, presence. Each can be held back or made to fail by hand.
import { randomUUID } from 'node:crypto'
import type { SkeinCommand, SkeinEvent } from '@skein/contracts'
import { appKey, type Cell, deviceSessionKey, limitsInForce, userKey, userNameKey } from '@skein/domain'
import type { ConnectionInfo, LinkListener, LinkReply, NodeInfo, NodeLink, Presence } from '@skein/node-link'
import type { UserProfile } from '@skein/projections'
import { createWorld, foldOnto } from '@skein/testing'
import type { ApiViews } from '../src/api-parts.ts'

export class InMemoryBackend {
  readonly nodes: NodeInfo[] = []
  readonly connections: ConnectionInfo[] = []
  /** Who shares a conversation with whom, as the views would find it. */
  readonly acquaintances = new Map<string, readonly string[]>()
  readonly commands: SkeinCommand[] = []
  readonly replies: LinkReply[] = []
  /** Called for each command before it is appended: throw to fail the append. */
  beforeAppend: (command: SkeinCommand) => void = () => {}
  /** Commands of these types are appended and never decided. */
  readonly undecided = new Set<SkeinCommand['type']>()
  /** Commands of these types are decided and their reply is lost. */
  readonly unanswered = new Set<SkeinCommand['type']>()
  /** While true, the views stay where they are. */
  viewsHeld = false

  readonly #world = createWorld()
  readonly #shown = new Map<string, Cell>()
  #projected = 0
  readonly #listeners = new Map<string, LinkListener>()

  get events(): readonly SkeinEvent[] {
    return this.#world.events
  }

  readonly appendCommand = async (command: SkeinCommand): Promise<void> => {
    this.beforeAppend(command)
    this.commands.push(command)
    setImmediate(() => this.#decide(command))
  }

  #decide(command: SkeinCommand): void {
    if (this.undecided.has(command.type)) return
    const { replyNode, replyConnection: connectionId, commandId } = command.meta
    const decision = this.#world.run(command)
    const offset = this.events.length - 1
    const reply: LinkReply = decision.accepted
      ? { connectionId, commandId, code: '', detail: '', body: decision.reply, partition: 0, offset }
      : { connectionId, commandId, code: decision.code, detail: decision.detail, body: new Uint8Array(0), partition: 0, offset: 0 }
    this.replies.push(reply)
    if (!this.unanswered.has(command.type)) this.#listeners.get(replyNode)?.reply(reply)
  }

  /** A link of one more API process. */
  openLink(): Pick<NodeLink, 'incarnation' | 'listen'> {
    const incarnation = randomUUID()
    return { incarnation, listen: async (listener) => void this.#listeners.set(incarnation, listener) }
  }

  #follow(): void {
    if (this.viewsHeld) return
    for (; this.#projected < this.events.length; this.#projected++) foldOnto(this.#shown, this.events[this.#projected]!)
  }

  #profile(appId: string, userId: string): UserProfile | null {
    const user = this.#shown.get(userKey(appId, userId))
    return user?.kind === 'user' ? { userId, userName: user.userName, displayName: user.displayName } : null
  }

  readonly views: ApiViews = {
    checkpoints: async () => {
      this.#follow()
      return new Map([
        [0, { partition: 0, nextOffset: this.#projected, logEpoch: 'e', claim: 0, claimId: 'claim', commandOffset: -1, commandId: '' }],
      ])
    },
    app: async (appId) => {
      const app = this.#shown.get(appKey(appId))
      return app?.kind === 'app' ? { limits: limitsInForce(app.limits) } : null
    },
    acquaintances: async ({ userId, afterUserId, limit }) => {
      const found = (this.acquaintances.get(userId) ?? []).toSorted().filter((id) => id > afterUserId)
      return { userIds: found.slice(0, limit), more: found.length > limit }
    },
    findUser: async (appId, by) => {
      if ('userId' in by) return this.#profile(appId, by.userId)
      const name = this.#shown.get(userNameKey(appId, by.userName))
      return name?.kind === 'user-name' ? this.#profile(appId, name.userId) : null
    },
    deviceSessions: async (list) =>
      list.map(({ appId, userId, sessionId }) => {
        const session = this.#shown.get(deviceSessionKey(appId, userId, sessionId))
        if (session?.kind !== 'device-session') return 'unknown'
        return session.closedAt > 0 ? 'closed' : 'open'
      }),
  }

  readonly presence: Pick<Presence, 'connectionsOf' | 'liveNodes' | 'online'> = {
    liveNodes: async () => this.nodes,
    connectionsOf: async (appId, userIds) =>
      Map.groupBy(
        this.connections.filter((connection) => connection.appId === appId && userIds.includes(connection.userId)),
        ({ userId }) => userId,
      ),
    online: async (appId, { after, limit }) => {
      const ofApp = this.connections.filter((connection) => connection.appId === appId)
      const byUser = Map.groupBy(ofApp, ({ userId }) => userId)
      const ids = [...byUser.keys()].sort().filter((id) => id > after)
      const page = ids.slice(0, limit)
      return { users: page.map((id) => byUser.get(id)!), next: ids.length > limit ? page.at(-1)! : '' }
    },
  }
}
