// Who belongs where, may do what and sees what, on both logs: random commands of random actors, appended several at once and now and then
// twice, decided by owners and shown by projectors that are stopped at random points and followed by others. Every command comes to what a
// plain model says of the log's order, and every user sees and counts what another says of its events. To see a failure again, put the seed it
// prints in place of the clock's.
import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { type TestContext } from 'node:test'
import { wire } from '@skein/contracts'
import { openEmbeddedLog } from '@skein/embedded-log'
import { applyTopics, createRegistryDirectory, openKafkaLog, registerSchemas, topicsOf } from '@skein/kafka-log'
import { startStack } from '@skein/local-stack'
import { silentLogger } from '@skein/telemetry'
import {
  arbitraryRights,
  arbitraryUsers,
  assertUntilMet,
  createRightsModel,
  createVisibilityModel,
  type RightsAim,
  type RightsCommand,
  rightsCommand,
  toldOf,
  type VisibilityModel,
} from '@skein/testing'
import fc from 'fast-check'
import { type Log, RightsTown } from './rights-town.ts'

const seed = Date.now() % 2 ** 31
const partitionCount = 2
/** Commands entered as long ago as all of them take, by their own clock. */
const agoMs = 20 * 60_000

type OpenLog = (t: TestContext, dir: string) => Promise<Log>

const openEmbedded: OpenLog = (_t, dir) => openEmbeddedLog({ file: join(dir, 'log.sqlite'), partitionCount, logger: silentLogger })

const openKafka: OpenLog = async (t, dir) => {
  const stack = await startStack({ dir: join(dir, 'stack'), only: ['kafka', 'registry'], quickStart: true })
  t.after(() => stack.remove())
  const endpoint = { brokers: stack.kafka.brokers, clientId: 'rights' }
  const topicFile = JSON.parse(await readFile(new URL('../../infra/topics.json', import.meta.url), 'utf8'))
  const specs = topicsOf(topicFile, 'single', { partitions: partitionCount })
  await applyTopics(endpoint, specs)
  await registerSchemas({ url: stack.registry.url })
  const name = (role: string) => specs.find((spec) => spec.role === role)!.name
  return openKafkaLog({
    ...{ endpoint, clusterName: 'rights', owner: 'rights', partitionCount, logger: silentLogger, soleProducer: false },
    topics: { commands: name('commands'), events: name('events'), deadLetters: name('deadLetters') },
    schemas: createRegistryDirectory({ url: stack.registry.url }),
    limits: { sessionTimeoutMs: 10_000, heartbeatIntervalMs: 200 },
  })
}

interface Drawn {
  readonly aims: readonly RightsAim[]
  /** Sizes of what is appended at once, one after the other and over again. */
  readonly sizes: readonly number[]
  /** What happens to what was appended last: a process ends in the middle of it, or it is appended again. */
  readonly turns: readonly ('owner ends' | 'projector ends' | 'again' | 'nothing')[]
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  aims: arbitraryRights,
  sizes: fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 4 }),
  turns: fc.array(fc.constantFrom('owner ends', 'projector ends', 'again', 'nothing', 'nothing'), { minLength: 1, maxLength: 8 }),
})

/** Checks the generator: what never happens proves nothing. */
const expected = ['done', 'FORBIDDEN', 'NOT_A_MEMBER', 'told twice', 'owner ends', 'projector ends', 'came back', 'is out']

for (const [name, open, numRuns] of [
  ['the embedded log', openEmbedded, 6],
  ['Kafka', openKafka, 3],
] as const) {
  test(`membership, rights and visibility are those of the models on ${name}, wherever it is cut`, async (t) => {
    t.diagnostic(`seed ${seed}`)
    const dir = await mkdtemp(join(tmpdir(), 'skein-rights-'))
    t.after(() => rm(dir, { recursive: true, force: true }))
    const town = await RightsTown.open(await open(t, dir))
    t.after(() => town.close())
    const met = new Set<string>()
    let run = 0
    const property = fc.asyncProperty(drawn, async (given) => {
      run += 1
      await play(town, given, { appId: `app-${run}`, conversationId: `g:${run}`, firstId: run * 1_000 }, met)
    })
    await assertUntilMet(property, { seed, numRuns, endOnFailure: true, missing: () => expected.filter((what) => !met.has(what)) })
  })
}

interface Place {
  readonly appId: string
  readonly conversationId: string
  readonly firstId: number
}

async function play(town: RightsTown, { aims, sizes, turns }: Drawn, place: Place, met: Set<string>): Promise<void> {
  const { appId, conversationId, firstId } = place
  await town.register(appId, arbitraryUsers)
  let enteredAt = Date.now() - agoMs
  for (let from = 0, turn = 0; from < aims.length; turn++) {
    const size = sizes[turn % sizes.length]!
    const sent = (await town.eventsOf(appId, conversationId)).flatMap((event) =>
      event.type === 'MessageSent' ? [{ seq: event.seq, messageId: event.meta.commandId, senderId: event.senderId }] : [],
    )
    const commands = aims.slice(from, from + size).map((aim, i) => {
      enteredAt += aim.afterMs
      const at = { appId, conversationId, enteredAt, deadlineAt: Date.now() + 60_000, n: firstId + from + i, sent }
      return rightsCommand(aim, at)
    })
    await Promise.all(commands.map((command) => town.log.appendCommand(command)))
    const what = turns[turn % turns.length]!
    met.add(what)
    if (what === 'owner ends') await town.own()
    if (what === 'projector ends') await town.project()
    if (what === 'again') await Promise.all(commands.map((command) => town.log.appendCommand(command)))
    from += size
    await town.decided(appId, conversationId)
  }
  await assertDecided(town, place, met)
  await town.shown()
  await assertShown(town, place, met)
  if (turns[0] === 'again') {
    await town.loseViews()
    await assertShown(town, place, met)
  }
}

/** In the order of the log each command came to what the model says, and left the members that it says. */
async function assertDecided(town: RightsTown, { appId, conversationId }: Place, met: Set<string>): Promise<void> {
  const model = createRightsModel(arbitraryUsers)
  // Of a command that stands there twice, and is decided twice, either is told.
  const verdicts = new Map<string, { readonly command: RightsCommand; readonly told: readonly string[]; readonly expected: Set<string> }>()
  const decidedAt = new Set((await town.eventsOf(appId, conversationId)).map(({ meta }) => meta.commandOffset))
  for (const { offset, command } of await town.commandsOf(appId, conversationId)) {
    const { commandId, actorId, intent } = command.meta
    // What an owner that ended was to tell is told to nobody, or again by the next; what was refused for now is done later, or never.
    const all = (town.outcomes.get(commandId) ?? []).map((outcome) => said(command, outcome))
    const told = all.filter((verdict) => verdict !== 'UNAVAILABLE')
    const before = model.answered(command)
    if (before !== null) met.add('told twice')
    // Under a name it leaves an event, also where it is refused or changes nothing, unless an earlier copy did, or it was put off.
    const mayBeWithout = intent === null || before !== null || all.length > told.length
    assert.ok(mayBeWithout || decidedAt.has(offset), `${command.type} by ${actorId} was passed over`)
    const isDone = before !== null || decidedAt.has(offset) || (intent === null && told.length > 0)
    const expected = isDone ? model.run(command) : null
    if (expected === null) continue
    met.add(expected.startsWith('done') ? 'done' : expected)
    const known = verdicts.get(commandId)?.expected ?? new Set()
    verdicts.set(commandId, { command, told, expected: known.add(expected) })
  }
  for (const { command, told, expected } of verdicts.values())
    for (const verdict of told)
      assert.ok(expected.has(verdict), `${command.type} by ${command.meta.actorId}: ${verdict}, expected ${[...expected].join(' or ')}`)
  const roles = model.roles(conversationId) ?? new Map()
  await town.shown()
  for (const userId of arbitraryUsers) {
    const found = await town.views.members({ appId, userId, conversationId, afterUserId: '', role: '', limit: 100 })
    const expected = roles.has(userId) ? [...roles].sort() : 'NOT_A_MEMBER'
    assert.deepEqual(found === 'NOT_A_MEMBER' ? found : found.members.map((member) => [member.userId, member.role]), expected, userId)
  }
}

function said(
  command: RightsCommand,
  outcome: { readonly accepted: boolean; readonly reply?: Uint8Array; readonly code?: string },
): string {
  return outcome.accepted ? toldOf(command, outcome.reply!) : outcome.code!
}

/** Each user is shown, and counts, what the model says of the events. */
async function assertShown(town: RightsTown, { appId, conversationId }: Place, met: Set<string>): Promise<void> {
  const model: VisibilityModel = createVisibilityModel()
  for (const event of await town.eventsOf(appId, conversationId)) model.see(event)
  for (const userId of arbitraryUsers) {
    const found = await town.views.history({ appId, userId, conversationId, afterSeq: 0, beforeSeq: 0, limit: 1_000 })
    const wasIn = model.wasIn(conversationId, userId)
    if (wasIn && !model.isIn(conversationId, userId)) met.add('is out')
    if (model.stays(conversationId, userId) > 1) met.add('came back')
    const shown = found === 'NOT_A_MEMBER' ? found : found.items.map((bytes) => Number(wire.ConversationItem.decode(bytes).seq))
    const expected = wasIn ? model.shown(conversationId, userId).map(({ seq }) => seq) : 'NOT_A_MEMBER'
    assert.deepEqual(shown, expected, `history of ${userId}`)
    assert.equal((await town.views.unread(appId, userId)).total, model.unread(conversationId, userId), `unread of ${userId}`)
  }
}
