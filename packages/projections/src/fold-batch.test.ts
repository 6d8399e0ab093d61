// A batch of events becomes rows, each once and whole, and where batches begin and end makes no difference. The cost of a message
// does not grow with its group.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type AnsweredIntent, type EventMeta, type SkeinEvent, wire } from '@skein/contracts'
import { arbitraryCommands, arbitraryUsers, assertUntilMet, createWorld, sampleAppId, tooFew } from '@skein/testing'
import fc from 'fast-check'
import { foldBatch } from './fold-batch.ts'
import { itemOf } from './shown.ts'
import { itemRow } from './tables/items.ts'
import type { Table, TableName } from './tables/table.ts'
import { type Row, storedCells, tables, type ViewCell } from './tables/tables.ts'

type Unstamped<E extends SkeinEvent = SkeinEvent> = E extends SkeinEvent ? Omit<E, 'meta'> : never
type AnyRow = Readonly<Record<string, unknown>>

/** Tables in memory, written as the database writes them. */
class MemoryTables {
  readonly rows = new Map<TableName, Map<string, AnyRow>>(Object.values<Table>(tables).map(({ name }) => [name, new Map()]))
  readonly cells = new Map<string, ViewCell>()
  #offset = 0

  take(events: readonly SkeinEvent[]): void {
    const records = events.map((event, i) => ({ event, position: { partition: 0, offset: this.#offset + i } }))
    const fold = foldBatch(records)
    const changes = fold.from((key) => {
      assert.ok(fold.needs.has(key), `${key} is read and was not said to be needed`)
      return this.#read(key)
    })
    for (const table of Object.values<Table>(tables)) {
      const seen = new Set<string>()
      for (const row of changes.rows[table.name] as readonly AnyRow[]) {
        const key = table.key.map((column) => row[column]).join('|')
        assert.ok(!seen.has(key), `${table.name} has ${key} twice in one batch`)
        seen.add(key)
        const rows = this.rows.get(table.name)!
        if (table.keeps === 'last' || !rows.has(key)) rows.set(key, row)
      }
    }
    for (const [key, cell] of changes.cells) this.cells.set(key, cell)
    this.#offset += events.length
  }

  /** Messages and items are not kept as cells: they are read from their rows. */
  #read(key: string): ViewCell | undefined {
    const [kind, ...parts] = key.split('|')
    if (kind !== 'message' && kind !== 'item') return this.cells.get(key)
    const row = this.rows.get('items')!.get(parts.join('|'))
    return row && storedCells[kind].cellOf([row])
  }

  of<N extends TableName>(name: N): readonly Row<N>[] {
    return [...this.rows.get(name)!.values()] as unknown as readonly Row<N>[]
  }
}

const meta: EventMeta = {
  appId: 'app',
  claim: 0,
  commandOffset: 0,
  commandId: 'c',
  actorId: 'ann',
  deviceId: 'phone',
  connectionId: '',
  occurredAt: 1_000,
  answers: null,
  traceparent: null,
}
const stamped = (event: Unstamped, answers: AnsweredIntent | null = null): SkeinEvent =>
  ({ ...event, meta: { ...meta, answers } }) as SkeinEvent

function rowsOf(...events: readonly (Unstamped | SkeinEvent)[]): MemoryTables {
  const memory = new MemoryTables()
  memory.take(events.map((event) => ('meta' in event ? event : stamped(event))))
  return memory
}

const conversationId = 'g:one'
const message = (id: string, senderId: string, seq: number, ordinal = seq): Unstamped => ({
  type: 'MessageSent',
  conversationId: id,
  seq,
  ordinal,
  senderId,
  body: { contentType: 'text/plain', encoding: '', keyId: '', bytes: new Uint8Array(0) },
  replyTo: 0,
  mentionAll: false,
  attachments: [],
})
const created = (...userIds: string[]): Unstamped => ({
  type: 'GroupCreated',
  conversationId,
  seq: 1,
  name: 'one',
  members: userIds.map((userId, i) => ({ userId, role: i === 0 ? 'owner' : 'member' })),
})
const added = (seq: number, ...userIds: string[]): Unstamped => ({
  type: 'MembersAdded',
  conversationId,
  seq,
  ordinal: 0,
  members: userIds.map((userId) => ({ userId, role: 'member' })),
  returning: [],
  fromStart: false,
})
const left = (seq: number, userId: string): Unstamped => ({ type: 'MemberLeft', conversationId, seq, ordinal: 0, userId })

const aboutMessage = ['MessageEdited', 'MessageRevoked', 'MessageDeleted', 'MessageHidden'] as const

describe('foldBatch', () => {
  it('comes to the same rows wherever batches end', async () => {
    let events = 0
    const seen = new Set<SkeinEvent['type']>()
    const seed = Number(process.hrtime.bigint() % 2_147_483_647n)
    console.log(`seed ${seed}`)
    await assertUntilMet(
      fc.property(arbitraryCommands, fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1 }), (commands, sizes) => {
        const world = createWorld()
        world.register(sampleAppId, ...arbitraryUsers)
        for (const command of commands) world.run(command)
        const [whole, parts] = [new MemoryTables(), new MemoryTables()]
        whole.take(world.events)
        for (let from = 0, i = 0; from < world.events.length; i++) {
          const size = sizes[i % sizes.length]!
          parts.take(world.events.slice(from, from + size))
          from += size
        }
        events += world.events.length
        for (const { type } of world.events) seen.add(type)
        for (const name of Object.keys(tables) as TableName[])
          assert.deepEqual([...parts.rows.get(name)!].sort(), [...whole.rows.get(name)!].sort(), name)
        assert.deepEqual(parts.cells, whole.cells)
        // Nothing but the domain's own fold of cells that have rows of their own.
        for (const [key, cell] of world.cells) if (storedCells[cell.kind].writes.length > 0) assert.deepEqual(whole.cells.get(key), cell)
      }),
      { seed, numRuns: 450, missing: () => [...tooFew({ events: [events, 500] }), ...aboutMessage.filter((type) => !seen.has(type))] },
    )
  })

  it('leaves of a message nothing but its newest text, and nothing of one that was taken away', () => {
    // What an edited message said was once left in the item of its edit when it was taken back.
    const about = { conversationId, targetSeq: 2, targetOrdinal: 1, messageId: 'c', ordinal: 1 }
    const edit = (seq: number, version: number, lastEditSeq: number): Unstamped => {
      const body = { contentType: 'text/plain', encoding: '', keyId: '', bytes: Uint8Array.of(version) }
      return { type: 'MessageEdited', ...about, seq, version, lastEditSeq, body }
    }
    const memory = rowsOf(created('ann'), message(conversationId, 'ann', 2, 1), edit(3, 1, 0), edit(4, 2, 3))
    const bodies = () =>
      memory.of('items').map(({ item }) => {
        const { messageSent, messageEdited } = wire.ConversationItem.decode(item)
        return [...((messageSent ?? messageEdited)?.body?.bytes ?? [])]
      })
    assert.deepEqual(bodies(), [[], [2], [], [2]])
    memory.take([stamped({ type: 'MessageRevoked', ...about, seq: 5, lastEditSeq: 4 })])
    assert.deepEqual(bodies(), [[], [], [], [], []])
  })

  it('keeps of what a user deletes twice for themselves the first time, and leaves the message as it is', () => {
    const memory = rowsOf(created('ann', 'bob'), message(conversationId, 'ann', 2, 1))
    const hides = (userId: string) => stamped({ type: 'MessageHidden', userId, conversationId, seq: 2, ordinal: 1, messageId: 'c' })
    const items = memory.of('items')
    memory.take([hides('bob'), hides('ann'), hides('bob')])
    memory.take([hides('ann')])
    assert.deepEqual(
      memory
        .of('hidden_items')
        .map(({ user_id, conversation_id, seq, ordinal, offset }) => [user_id, conversation_id, seq, ordinal, offset]),
      [
        ['bob', conversationId, 2, 1, 2],
        ['ann', conversationId, 2, 1, 3],
      ],
    )
    assert.deepEqual(memory.of('items'), items)
    assert.deepEqual(memory.cells.get(`hidden|app|bob|${conversationId}|2`), {
      kind: 'hidden',
      ordinal: 1,
      messageId: 'c',
      hiddenAt: 1_000,
    })
  })

  it('writes three rows for a message that names no intent, whatever the number of members', () => {
    const members = Array.from({ length: 200 }, (_, i) => `user-${i}`)
    const memory = rowsOf(created('ann', ...members))
    const records = [message(conversationId, 'ann', 2, 1)].map((event) => ({
      event: stamped(event),
      position: { partition: 0, offset: 1 },
    }))
    const { rows } = foldBatch(records).from((key) => memory.cells.get(key))
    const written = Object.entries(rows).flatMap(([name, list]) => list.map(() => name))
    assert.deepEqual(written, ['conversations', 'items', 'sessions'])
  })

  it('brings a direct conversation into being for both with its first message', () => {
    const memory = rowsOf(message('d:ann:bob', 'ann', 1))
    assert.deepEqual(
      memory.of('memberships').map(({ user_id, from_seq, role }) => [user_id, from_seq, role]),
      [
        ['ann', 1, ''],
        ['bob', 1, ''],
      ],
    )
    assert.deepEqual(
      memory.of('sessions').map(({ user_id, read_ordinal }) => [user_id, read_ordinal]),
      [
        ['ann', 1],
        ['bob', 0],
      ],
    )
    assert.equal(rowsOf(message('d:ann:ann', 'ann', 1)).of('memberships').length, 1)
  })

  it('leaves both stays of one who goes and comes back within a batch', () => {
    const memory = rowsOf(created('ann', 'bob'), left(2, 'bob'), added(3, 'bob'), left(4, 'bob'))
    assert.deepEqual(
      memory
        .of('memberships')
        .filter(({ user_id }) => user_id === 'bob')
        .map(({ from_seq, to_seq, role, offset }) => [from_seq, to_seq, role, offset]),
      [
        [1, 3, '', 1],
        [3, 5, '', 3],
      ],
    )
  })

  it('keeps of two answers to an intent the first, in one batch and in two', () => {
    const answer = (reply: number): AnsweredIntent => ({ id: 'i', contentHash: Uint8Array.of(1), reply: Uint8Array.of(reply) })
    const events = [stamped({ type: 'CommandAnswered', aggregateId: 'g:one' }, answer(1)), stamped(message('g:one', 'ann', 1), answer(2))]
    const direct = events.map((event) => (event.type === 'MessageSent' ? { ...event, conversationId: 'd:ann:bob' } : event))
    const together = rowsOf({ ...direct[0]!, aggregateId: 'd:ann:bob' } as SkeinEvent, direct[1]!)
    const apart = new MemoryTables()
    apart.take([{ ...direct[0]!, aggregateId: 'd:ann:bob' } as SkeinEvent])
    apart.take([direct[1]!])
    for (const memory of [together, apart]) {
      assert.deepEqual(
        memory.of('intents').map(({ aggregate_id, actor_id, client_id, reply }) => [aggregate_id, actor_id, client_id, [...reply]]),
        [['d:ann:bob', 'ann', 'i', [1]]],
      )
    }
  })

  it('gives nothing for the records of a partition itself but its claims', () => {
    const memory = rowsOf(
      { type: 'CommandsDone' },
      { type: 'PartitionClaimed', producerId: 1, producerEpoch: 1, claimId: 'c', logEpoch: 'e', owner: 'o' },
    )
    assert.deepEqual(
      [...memory.rows].flatMap(([table, rows]) => (rows.size > 0 ? [[table, rows.size]] : [])),
      [['claims', 1]],
    )
  })

  it('stops at an event that does not follow what is folded', () => {
    assert.throws(() => rowsOf(message('d:ann:bob', 'ann', 2)), /does not follow/)
  })

  it('keeps items as the bytes that are shown', () => {
    const event = stamped(message('d:ann:bob', 'ann', 1))
    const row = itemRow(event, { partition: 3, offset: 7 })
    assert.deepEqual(row!.item, itemOf(event))
    assert.deepEqual([row!.kind, row!.actor_id, row!.offset], ['MessageSent', 'ann', 7])
  })
})
