// What a device is told that was away for longer than its changes are told one by one, or that knows nothing at all: everything, as it is
// now, and that it is everything. Large groups are among it, with what is unread, without anything new being said there.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createProjectorStore, createReadViews } from '../src/index.ts'
import { EventScript } from './event-script.ts'
import { databasesUnderTest } from './open-databases.ts'

/** Above 200 members a group is large. */
const crowd = Array.from({ length: 300 }, (_, i) => `c${i}`)
const large = 'g:large'
const hiddenMax = 2

for (const database of databasesUnderTest()) {
  describe(`sync past the horizon on ${database.name}`, () => {
    const setUp = async () => {
      const opened = await database.open()
      const store = createProjectorStore(opened.db, opened)
      const views = createReadViews(opened.db, { schema: opened.schema, syncLimits: { hiddenMax, conversationsMax: 2 } })
      const script = new EventScript()
      script.createGroup(large, 'ann', 'bob', ...crowd)
      script.createGroup('g:left', 'ann', 'bob', 'cyd')
      script.createGroup('g:small', 'ann', 'bob')
      const project = () => store.apply([script.take()])
      /** All pages, and whether each says that it is part of everything. */
      const whole = async (from: Uint8Array) => {
        const [sessions, full]: [string[], boolean[]] = [[], []]
        let cursor = from
        for (let more = true; more; ) {
          const page = await views.sync({ appId: 'app', userId: 'bob', cursor, itemsPerConversation: 1, behind: new Set(), nowMs: 0 })
          for (const { conversationId, unread, toSeq, memberCount } of page.sessions)
            sessions.push(`${conversationId}: ${unread} unread, ${toSeq > 0 ? 'out' : `in with ${memberCount}`}`)
          full.push(page.full)
          cursor = page.cursor
          more = page.more
        }
        return { sessions, full: [...new Set(full)], cursor }
      }
      return { script, project, whole }
    }
    const everything = ['g:large: 3 unread, in with 302', 'g:left: 0 unread, out', 'g:small: 0 unread, in with 2']

    it('tells everything, and says so, large groups and what one is out of included', async () => {
      const { script, project, whole } = await setUp()
      const [first, second, third] = [script.send('g:small', 'ann'), script.send('g:small', 'ann'), script.send('g:small', 'ann')]
      await project()
      const { cursor } = await whole(new Uint8Array())
      for (let i = 0; i < 3; i++) script.send(large, 'ann')
      script.remove('g:left', 'ann', 'bob')
      script.send('g:left', 'ann')
      // More than are told one by one.
      for (const message of [first, second, third]) script.hide('g:small', 'bob', message)
      await project()
      const after = await whole(cursor)
      assert.deepEqual([after.sessions, after.full], [everything, [true]])
      const next = await whole(after.cursor)
      assert.deepEqual([next.sessions, next.full], [[], [false]], 'told once')
    })

    it('tells one who reinstalls of large groups with what is unread, though nothing is said there any more', async () => {
      const { script, project, whole } = await setUp()
      for (let i = 0; i < 3; i++) script.send(large, 'ann')
      script.remove('g:left', 'ann', 'bob')
      await project()
      const { sessions, full } = await whole(new Uint8Array())
      assert.deepEqual([sessions, full], [everything, [true]])
    })

    it('tells one who was away for less what one has come into and gone from, and no more', async () => {
      const { script, project, whole } = await setUp()
      await project()
      const { cursor } = await whole(new Uint8Array())
      script.remove(large, 'ann', 'bob')
      script.send('g:left', 'ann')
      script.leave('g:left', 'bob')
      script.add(large, 'ann', 'bob')
      script.send(large, 'ann')
      await project()
      const { sessions, full } = await whole(cursor)
      assert.deepEqual([sessions, full], [['g:large: 1 unread, in with 302', 'g:left: 0 unread, out'], [false]])
    })
  })
}
