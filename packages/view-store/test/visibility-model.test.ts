// What each user sees, is told and counts, against a plain model of membership and visibility: random commands of random actors through the
// real rules, folds and views, looked at after a cut at a random place and at the end. To see a failure again, put the seed it prints in
// place of the clock's.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { logKeyOf, parseConversationId, type SkeinCommand, type SkeinEvent, wire } from '@skein/contracts'
import {
  arbitraryCommands,
  arbitraryUsers,
  assertUntilMet,
  createVisibilityModel,
  type ModelItem,
  sampleAppId,
  type VisibilityModel,
} from '@skein/testing'
import fc from 'fast-check'
import { createMemoryHotViews, createReadViews } from '../src/index.ts'
import { arbitraryAims, arbitraryReturns, worldAfter } from './aimed-history.ts'
import { databasesUnderTest } from './open-databases.ts'
import { emptyViews, type ProjectedViews, projectEvents } from './project-events.ts'

const seed = Date.now() % 2 ** 31
const runs = 20
const partitions = [0, 1]
/** Conversations in one, users in the other: both have events from the beginning. */
const partitionOf = (key: string) => (/\/[dg]:/.test(key) ? 0 : 1)
const limit = 1_000
const noCursor = new Uint8Array()
/** Checks the generator: what never happens proves nothing. */
const expected = [
  ...['came back', 'came back, and sees all', 'came back and is told of an edit', 'is out', 'is in one that was dismissed'],
  'came by themselves, and sees all',
]

// Broadcasts, in which everybody is, have a test of their own.
const commandsOfAnyKind = arbitraryCommands.map((commands) =>
  commands.filter((one) => !('conversationId' in one && one.conversationId.startsWith('b:'))),
)
/** Behind commands of any kind the group has often ended, or another owner: in some histories people do nothing but come and go. */
const histories = fc.oneof(
  fc.tuple(commandsOfAnyKind, fc.oneof(arbitraryReturns, arbitraryAims)),
  fc.tuple(fc.constant<readonly SkeinCommand[]>([]), arbitraryReturns),
)

function modelItem(bytes: Uint8Array): ModelItem & { readonly conversationId: string } {
  const item = wire.ConversationItem.decode(bytes)
  const { conversationId, seq, messageSent, messageEdited, content = '' } = item
  const kind = content.charAt(0).toUpperCase() + content.slice(1)
  const isTold = messageSent ? !messageSent.removed : !!messageEdited?.body
  const said = (messageSent ?? messageEdited)?.body?.bytes ?? new Uint8Array()
  return { conversationId, seq: Number(seq), kind, text: isTold ? new TextDecoder().decode(said) : null }
}

const withoutPlace = ({ seq, kind, text }: ModelItem): ModelItem => ({ seq, kind, text })
const shownIn = (items: readonly Uint8Array[]) => items.map(modelItem).map(withoutPlace)

type Views = ReturnType<typeof createReadViews>

async function assertConversation(views: Views, model: VisibilityModel, conversationId: string, userId: string): Promise<void> {
  const of = { appId: sampleAppId, userId, conversationId }
  const what = `${conversationId} for ${userId}`
  const history = await views.history({ ...of, afterSeq: 0, beforeSeq: 0, limit })
  // Now that somebody has asked, hot views may tell.
  assert.deepEqual(await views.history({ ...of, afterSeq: 0, beforeSeq: 0, limit }), history, what)
  const members = await views.members({ ...of, afterUserId: '', role: '', limit })
  const among = await views.areMembers({ ...of, among: [...model.members(conversationId).keys(), ...arbitraryUsers, 'outsider'] })
  if (!model.wasIn(conversationId, userId)) {
    assert.deepEqual([history, members, among], ['NOT_A_MEMBER', 'NOT_A_MEMBER', 'NOT_A_MEMBER'], what)
    return
  }
  assert.ok(history !== 'NOT_A_MEMBER')
  const shown = model.shown(conversationId, userId)
  assert.deepEqual(shownIn(history.items), shown, `history of ${what}`)
  for (const { seq, kind } of shown) {
    if (kind !== 'MessageSent') continue
    const earlier = await views.edits({ ...of, seq, fromVersion: 0, limit })
    assert.ok(typeof earlier === 'object')
    const texts = earlier.items.map((item) => modelItem(item).text)
    assert.deepEqual(texts, model.earlier(conversationId, userId, seq), `earlier versions of ${seq} in ${what}`)
  }
  if (!model.isIn(conversationId, userId)) return assert.deepEqual([members, among], ['NOT_A_MEMBER', 'NOT_A_MEMBER'], what)
  const roles = [...model.members(conversationId)].map(([userId, role]) => ({ userId, role }))
  for (const found of [members, among]) {
    assert.ok(found !== 'NOT_A_MEMBER')
    assert.deepEqual(
      found.members.map(({ userId, role }) => ({ userId, role })),
      roles,
      `members of ${what}`,
    )
  }
}

/** What a user is told of all their conversations; resolves to the cursor. `missed` are the events behind the cursor given. */
async function assertSynced(
  views: Views,
  model: VisibilityModel,
  userId: string,
  { cursor, missed }: { readonly cursor: Uint8Array; readonly missed: readonly SkeinEvent[] } = { cursor: noCursor, missed: [] },
) {
  const mine = model.conversationIds().filter((id) => model.wasIn(id, userId))
  const isIn = (id: string) => model.isIn(id, userId)
  const page = await views.sync({ appId: sampleAppId, userId, cursor, itemsPerConversation: 50, behind: new Set(), nowMs: 0 })
  const told = page.items.map(modelItem)
  for (const { conversationId, unread, role, toSeq, memberCount, dismissedAtMs } of page.sessions) {
    const members = model.members(conversationId)
    const kind = parseConversationId(conversationId)?.kind
    assert.deepEqual([unread, toSeq === 0], [model.unread(conversationId, userId), isIn(conversationId)], `${conversationId} of ${userId}`)
    if (kind === 'group') assert.deepEqual([role, memberCount], isIn(conversationId) ? [members.get(userId), members.size] : ['', 0])
    assert.equal(dismissedAtMs, model.dismissedAt(conversationId, userId), `end of ${conversationId} as ${userId} is told it`)
    const shown = model.shown(conversationId, userId)
    for (const item of told.filter((item) => item.conversationId === conversationId))
      assert.deepEqual(
        withoutPlace(item),
        shown.find(({ seq }) => seq === item.seq),
        `${conversationId} of ${userId}`,
      )
  }
  const changed = new Set(page.sessions.map(({ conversationId }) => conversationId))
  if (cursor === noCursor) assert.deepEqual([...changed].sort(), mine)
  // Of what happened in a stay since, nothing is left out.
  const places = missed.flatMap((event) => ('seq' in event && 'conversationId' in event && event.type !== 'MessageHidden' ? [event] : []))
  const theirs = places.filter(
    ({ conversationId, seq }) => mine.includes(conversationId) && model.shown(conversationId, userId).some((item) => item.seq === seq),
  )
  for (const { conversationId } of theirs) assert.ok(changed.has(conversationId), `${userId} is told of ${conversationId}`)
  if (cursor !== noCursor) {
    const after = { conversationId: '', seq: 0 }
    const { items } = await views.missed({ appId: sampleAppId, userId, cursor, after, limit })
    const controls = theirs.filter(({ type }) => type !== 'MessageSent').map(({ conversationId, seq }) => `${conversationId} ${seq}`)
    const found = items.map(modelItem)
    const places = new Set(found.map(({ conversationId, seq }) => `${conversationId} ${seq}`))
    assert.deepEqual(
      controls.filter((place) => !places.has(place)),
      [],
      `missed by ${userId}`,
    )
    // An edit of before that another has taken the place of since has changed, too.
    for (const { conversationId, seq, kind, text } of found)
      assert.ok(controls.includes(`${conversationId} ${seq}`) || (kind === 'MessageEdited' && text === null), `${seq} told to ${userId}`)
    for (const item of found)
      assert.deepEqual(
        withoutPlace(item),
        model.shown(item.conversationId, userId).find(({ seq }) => seq === item.seq),
      )
  }
  const unread = mine.flatMap((id) => (model.unread(id, userId) > 0 ? [[id, model.unread(id, userId)]] : []))
  const counted = await views.unread(sampleAppId, userId)
  assert.deepEqual(
    counted.entries.map(({ conversationId, unread }) => [conversationId, unread]),
    unread,
    `unread of ${userId}`,
  )
  const { groups } = await views.myGroups({ appId: sampleAppId, userId, afterConversationId: '', limit })
  assert.deepEqual(
    groups.map(({ conversationId, dismissedAtMs }) => [conversationId, dismissedAtMs]),
    mine.flatMap((id) => (isIn(id) && id.startsWith('g:') ? [[id, model.dismissedAt(id, userId)]] : [])),
    `groups of ${userId}`,
  )
  return page.cursor
}

async function assertAll(opened: ProjectedViews, model: VisibilityModel, met: Set<string>): Promise<void> {
  const views = createReadViews(opened.db, { ...opened, hotLagMaxMs: 0 })
  for (const userId of arbitraryUsers) {
    for (const conversationId of model.conversationIds()) {
      await assertConversation(views, model, conversationId, userId)
      const stays = model.stays(conversationId, userId)
      if (stays > 1) met.add('came back')
      if (stays > 1 && model.wasShownAll(conversationId, userId)) met.add('came back, and sees all')
      if (stays > 1 && model.shown(conversationId, userId).some(({ kind, text }) => kind === 'MessageEdited' && text !== null))
        met.add('came back and is told of an edit')
      if (model.wasIn(conversationId, userId) && !model.isIn(conversationId, userId)) met.add('is out')
      if (model.dismissedAt(conversationId, userId) > 0) met.add('is in one that was dismissed')
    }
  }
}

for (const database of databasesUnderTest()) {
  describe(`visibility on ${database.name}`, () => {
    it('is that of the model, wherever the log is cut', async (t) => {
      t.diagnostic(`seed ${seed}`)
      const stored = await database.open()
      const met = new Set<string>()
      const sizes = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1 })
      const property = fc.asyncProperty(
        histories,
        sizes,
        fc.double({ min: 0, max: 1, noNaN: true }),
        async ([commands, aims], batches, part) => {
          await emptyViews(stored)
          const opened = {
            db: stored.db,
            schema: stored.schema,
            hot: createMemoryHotViews({ partitionOf, partitionCount: partitions.length }),
          }
          const { events } = worldAfter(commands, aims)
          if (events.some((event) => event.type === 'MemberJoined' && event.fromStart)) met.add('came by themselves, and sees all')
          const cut = Math.floor(events.length * part)
          const model = createVisibilityModel()
          const project = async (upTo: number) => {
            const before = events.slice(0, upTo)
            for (const partition of partitions)
              await projectEvents(
                opened,
                before.filter((event) => partitionOf(logKeyOf(event)) === partition),
                batches,
                partition,
              )
          }
          for (const event of events.slice(0, cut)) model.see(event)
          await project(cut)
          await assertAll(opened, model, met)
          const views = createReadViews(opened.db, { ...opened, hotLagMaxMs: 0 })
          const cursors = new Map<string, Uint8Array>()
          for (const userId of arbitraryUsers) cursors.set(userId, await assertSynced(views, model, userId))
          for (const event of events.slice(cut)) model.see(event)
          await project(events.length)
          await assertAll(opened, model, met)
          for (const userId of arbitraryUsers) {
            await assertSynced(views, model, userId)
            await assertSynced(views, model, userId, { cursor: cursors.get(userId)!, missed: events.slice(cut) })
          }
        },
      )
      await assertUntilMet(property, { seed, numRuns: runs, endOnFailure: true, missing: () => expected.filter((what) => !met.has(what)) })
    })
  })
}
