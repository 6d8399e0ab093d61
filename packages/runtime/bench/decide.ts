// What deciding a message costs a processor in memory, without reading or writing anything: `node packages/runtime/bench/decide.ts`. Everything
// that is asked for is in memory already, as in a partition that is busy; `--batch` says how many commands are decided together, `--partitions` how
// many share the memory. Others use the
// machine too: compare runs in turn, by the CPU time of the process in user mode that is printed.
import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import type { SendMessage, SkeinCommand, SkeinEvent } from '@skein/contracts'
import { logKeyOf } from '@skein/contracts'
import { type Cell, conversationKey, knownUserKey, memberKey, skeinDecider } from '@skein/domain'
import type { CellKey, EventLog, StoredRecord } from '@skein/event-sourcing'
import { emptyCheckpoint } from '@skein/event-sourcing'
import { silentLogger } from '@skein/telemetry'
import { sampleAppId, sampleCommandMeta, sampleSendMessage } from '@skein/testing'
import { decideBatch } from '../src/batch-decision.ts'
import { ColdReader } from '../src/cold-reader.ts'
import { defaultProcessorLimits, newCounters } from '../src/index.ts'
import { PartitionState } from '../src/partition-state.ts'
import { noTimers } from '../test/no-timers.ts'

const { values: given } = parseArgs({
  options: {
    batch: { type: 'string', default: '2' },
    partitions: { type: 'string', default: '16' },
    turns: { type: 'string', default: '7' },
    sends: { type: 'string', default: '20000' },
  },
})
const [batchCommands, partitions, turns, sends] = [given.batch, given.partitions, given.turns, given.sends].map(Number) as [
  number,
  number,
  number,
  number,
]

const conversations = 500
const at = { ...emptyCheckpoint(0), nextOffset: 1, logEpoch: 'bench', claim: 0, claimId: 'claim' }

/** What the views hold: every user, and groups of whom each has two members who speak. */
const stored = new Map<CellKey, Cell>()
const directs = Array.from({ length: conversations }, (_, i) => ({
  id: `d:user-${1000 + i}:user-${3000 + i}`,
  members: [`user-${1000 + i}`, `user-${3000 + i}`],
}))
const groups = Array.from({ length: conversations }, (_, i) => ({
  id: `g:group-${1000 + i}`,
  members: [`user-${1000 + i}`, `user-${3000 + i}`],
}))
for (const userId of directs.flatMap(({ members }) => members)) stored.set(knownUserKey(sampleAppId, userId), { kind: 'known-user' })
for (const { id, members } of groups) {
  const meta = { ...sampleCommandMeta({ actorId: members[0]! }), connectionId: '', occurredAt: 1, answers: null }
  const entries = members.map((userId, m) => ({ userId, role: m === 0 ? 'owner' : 'member' }))
  for (const { key, to } of skeinDecider.folds({ type: 'GroupCreated', meta, conversationId: id, seq: 1, name: id, members: entries }))
    stored.set(key, to(stored.get(key))!)
}
assert.ok(
  stored.has(conversationKey(sampleAppId, groups[0]!.id)) && stored.has(memberKey(sampleAppId, groups[0]!.id, groups[0]!.members[0]!)),
)

class Partition {
  readonly #state = new PartitionState<SkeinCommand, SkeinEvent, Cell, Uint8Array>({
    decider: skeinDecider,
    limits: defaultProcessorLimits,
    checkpoint: at,
  })
  readonly #cold = new ColdReader<SkeinCommand, SkeinEvent, Cell, Uint8Array>(0, {
    log: {
      partitionOf: () => 0,
      bounds: async () => new Map([[0, { start: 0, end: 1 }]]),
    } as unknown as EventLog<SkeinCommand, SkeinEvent>,
    decider: skeinDecider,
    prefetch: async (_partition, keys) => {
      const cells = new Map(keys.flatMap((key) => (stored.has(key) ? [[key, stored.get(key)!] as const] : [])))
      return { checkpoint: this.#state.checkpoint, cells }
    },
    timers: noTimers,
    checkpoints: async () => new Map([[0, at]]),
    commandsDone: () => assert.fail('nothing is done without an event'),
    outcome() {},
    logger: silentLogger,
    limits: defaultProcessorLimits,
    selfFence: true,
    wokeAt: () => Number.NEGATIVE_INFINITY,
    group: { name: '', join: () => Promise.reject(new Error('nobody joins')) },
    counters: newCounters(),
  })
  #nextOffset = 1
  #nextCommand = 0

  constructor() {
    this.#state.beginWindow(0)
  }

  /** As an owner does it, but for appending. */
  async decide(commands: readonly SendMessage[]): Promise<void> {
    for (let i = 0; i < commands.length; i += batchCommands) {
      const state = this.#state
      const records = commands.slice(i, i + batchCommands).map((value) => this.#record(value))
      state.sawCheckpoint({ ...state.checkpoint, nextOffset: this.#nextOffset })
      state.beginBatch()
      state.makeRoom(Date.now(), partitions)
      assert.ok(await this.#cold.read(state, records))
      const decided = decideBatch({ decider: skeinDecider, logger: silentLogger, encoded: () => assert.fail() }, state, {
        partition: 0,
        records,
        nextOffset: this.#nextOffset,
        claim: 0,
        refuseAll: null,
        coldRefused: false,
        enteredAheadMaxMs: defaultProcessorLimits.enteredAheadMaxMs,
        unstorable: new Map(),
        doubtful: { before: 0, at: 0 },
      })
      assert.equal(decided.groups.length, records.length)
      this.#nextOffset += records.length
    }
  }

  #record(value: SendMessage): StoredRecord<SkeinCommand> {
    return {
      topic: 'commands',
      partition: 0,
      offset: this.#nextCommand++,
      key: logKeyOf(value),
      value,
      appendedAt: value.meta.enteredAt,
      bytes: 500,
    }
  }
}

const text = 'x'.repeat(200)
const contentHash = createHash('sha256').update(text).digest()

/** Each a new intent of one of the two, in conversations that come by in turn. */
const sendsInto = (kind: typeof directs, count: number): SendMessage[] =>
  Array.from({ length: count }, (_, i) => {
    const { id, members } = kind[i % kind.length]!
    const meta = sampleCommandMeta({ actorId: members[Math.floor(i / kind.length) % 2]!, intent: { id: randomUUID(), contentHash } })
    return sampleSendMessage(text, { meta, conversationId: id })
  })

/** Microseconds of a message, for each of the turns. */
async function measured(kind: typeof directs): Promise<number[]> {
  const partition = new Partition()
  await partition.decide(sendsInto(kind, sends))
  const micros: number[] = []
  for (let turn = 0; turn < turns; turn++) {
    const commands = sendsInto(kind, sends)
    const before = process.cpuUsage()
    await partition.decide(commands)
    micros.push(process.cpuUsage(before).user / sends)
  }
  return micros.sort((a, b) => a - b)
}

for (const [name, kind] of Object.entries({ direct: directs, group: groups })) {
  const micros = await measured(kind)
  const shown = [micros[0]!, micros[Math.floor(micros.length / 2)]!].map((us) => us.toFixed(2)).join(', ')
  console.log(`${name.padEnd(8)} us of a message, least and median of ${turns} turns: ${shown}`)
}
