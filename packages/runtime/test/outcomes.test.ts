// What was answered is remembered: a request that changed nothing, and one that was refused, left no trace. A copy of it that had been
// under way for longer, such as the first append of a gateway that appended it again, landed when everything had changed, and acted: a
// member who had been removed was in again, by a request whose sender had been told that it was done with.
import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { SkeinCommand } from '@skein/contracts'
import { decodeReply } from '@skein/contracts'
import { skeinDecider } from '@skein/domain'
import { sampleCommandMeta, textOf } from '@skein/testing'
import type { CommandOutcome } from '../src/index.ts'
import type { Bench, BenchOptions, Owner } from './processor-bench.ts'
import { codeOf, message, startBench } from './processor-bench.ts'

const team = 'g:team'

type Asked = Exclude<SkeinCommand, { readonly type: 'RegisterApp' }>
type WithoutMeta<C> = C extends Asked ? Omit<C, 'meta'> : never

function request(what: WithoutMeta<Asked>, actorId = 'ann'): SkeinCommand {
  const intent = { id: randomUUID(), contentHash: createHash('sha256').update(JSON.stringify(what)).digest() }
  return { ...what, meta: sampleCommandMeta({ intent, actorId }) } as SkeinCommand
}

const add = (userId: string, actorId?: string) => request({ type: 'AddMembers', conversationId: team, userIds: [userId] }, actorId)
const remove = (userId: string) => request({ type: 'RemoveMembers', conversationId: team, userIds: [userId] })
const promote = (userId: string, role: string) => request({ type: 'ChangeMemberRole', conversationId: team, userId, role })

/** The same append again: it is flagged, and has the id and the times of the first. */
const appendedAgain = (first: SkeinCommand): SkeinCommand => ({ ...first, meta: { ...first.meta, retry: true } })

function told(outcome: CommandOutcome<Uint8Array>): string {
  return outcome.accepted ? `seq ${decodeReply('AddMembers', outcome.reply).seq}` : `${outcome.code} ${outcome.detail}`
}

async function happened(bench: Bench): Promise<string[]> {
  const machinery = ['PartitionClaimed', 'CommandsDone', 'CommandAnswered', 'CommandRefused']
  return (await bench.events()).flatMap(({ value }) => (machinery.includes(value.type) ? [] : [value.type]))
}

async function withTeam(t: Parameters<typeof startBench>[0], options?: BenchOptions): Promise<{ bench: Bench; owner: Owner }> {
  const bench = await startBench(t, options)
  const owner = bench.own()
  const created = await bench.ask(request({ type: 'CreateGroup', conversationId: team, name: 'Team', memberIds: ['bob'], settings: [] }))
  assert.equal(codeOf(created), 'accepted')
  return { bench, owner }
}

/** What becomes of memory and of the view between a command and its late copy. */
const meanwhile: Readonly<Record<string, (bench: Bench, owner: Owner) => Promise<void>>> = {
  'the same owner remembers': async () => {},
  'the same owner forgot what the view contains': async (bench, owner) => {
    await bench.advance()
    owner.sawCheckpoint(bench.view.checkpoint(0))
    assert.equal(owner.entryCount, 0)
  },
  'another owner reads the log': async (bench, owner) => {
    await owner.stop()
    bench.own()
  },
  'another owner has the view alone': async (bench, owner) => {
    await owner.stop()
    await bench.advance()
    bench.own()
  },
}

const forgetful: BenchOptions = { limits: { intentsMax: 0, intentAgeMaxMs: 0, cellsMax: 0 } }

for (const [what, pass] of Object.entries(meanwhile)) {
  test(`what changed nothing changes nothing when its first copy lands late: ${what}`, async (t) => {
    const { bench, owner } = await withTeam(t, forgetful)
    const first = add('bob')
    assert.equal(told(await bench.ask(appendedAgain(first))), 'seq 1')
    await bench.ask(remove('bob'))
    await pass(bench, owner)
    const copy = { ...first, meta: { ...first.meta, commandId: randomUUID() } }
    assert.equal(told(await bench.ask(copy)), 'seq 1')
    assert.deepEqual(await happened(bench), ['GroupCreated', 'MembersRemoved'])
  })

  test(`what was refused is refused when its first copy lands late: ${what}`, async (t) => {
    const { bench, owner } = await withTeam(t, forgetful)
    const first = add('cid', 'bob')
    const refused = told(await bench.ask(appendedAgain(first)))
    assert.match(refused, /^FORBIDDEN/)
    await bench.ask(promote('bob', 'admin'))
    await pass(bench, owner)
    const copy = { ...first, meta: { ...first.meta, commandId: randomUUID() } }
    assert.equal(told(await bench.ask(copy)), refused)
    assert.equal(told(await bench.ask(appendedAgain({ ...copy, meta: { ...copy.meta, commandId: randomUUID() } }))), refused)
    assert.deepEqual(await happened(bench), ['GroupCreated', 'MemberRoleChanged'])
    // Under another name it is another request.
    assert.equal(told(await bench.ask(add('cid', 'bob'))), 'seq 3')
  })
}

/** Decides as long as `broken()` says so with a bug, or with events that are too large for the log. */
function faulty(broken: () => boolean): typeof skeinDecider {
  return {
    ...skeinDecider,
    ask(command) {
      const asked = skeinDecider.ask(command)
      const decide: typeof asked.decide = (read) => {
        const decision = asked.decide(read)
        const text = broken() ? textOf(command) : ''
        if (text === 'breaks') throw new Error('a bug')
        if (text !== 'grows' || !decision.accepted) return decision
        const bytes = new Uint8Array(20_000)
        return { ...decision, events: decision.events.map((e) => ('body' in e ? { ...e, body: { ...e.body, bytes } } : e)) }
      }
      return { ...asked, decide }
    },
  }
}

test('what is refused for a fault of ours stands as well', async (t) => {
  const bench = await startBench(t, { recordBatchBytesMax: 8_000 })
  let broken = true
  bench.own({ decider: faulty(() => broken) })
  const refused = [
    ['INTERNAL', message('breaks')],
    ['TOO_LARGE', message('grows')],
  ] as const
  for (const [code, command] of refused) assert.equal(codeOf(await bench.ask(command)), code)
  broken = false
  for (const [code, { meta, ...command }] of refused)
    assert.equal(codeOf(await bench.ask({ ...command, meta: { ...meta, commandId: randomUUID() } })), code)
  assert.deepEqual(await happened(bench), [])
  assert.equal(bench.deadLetters().length, 2, 'a repeat is no second letter')
})

// Refusals are records of the log: a flood of them must cost less than one of messages would.
test('of a refusal that is asked for again and again one record stays', async (t) => {
  const { bench } = await withTeam(t)
  const first = add('cid', 'bob')
  for (let i = 0; i < 20; i++) await bench.ask(appendedAgain({ ...first, meta: { ...first.meta, commandId: randomUUID() } }))
  const records = (await bench.events()).filter(({ value }) => value.type === 'CommandRefused')
  assert.equal(records.length, 1)
  assert.ok(records[0]!.bytes < 400, `${records[0]!.bytes} bytes`)
})
