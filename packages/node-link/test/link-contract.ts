// What every adapter of the node link promises, as tests. A harness makes links and can cut, inject and stop the transport.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { afterEach, describe, test } from 'node:test'
import type { GroupAnnouncement, LinkDelivery, LinkFrame, LinkKick, LinkLimits, LinkReply, NodeLink } from '@skein/node-link'
import { eventually } from './eventually.ts'

export interface LinkHarness {
  link(incarnation: string, limits?: Partial<LinkLimits>): NodeLink
  inject(node: string, frame: LinkFrame): Promise<void>
  /** Cuts the node's subscription, runs the body while nothing arrives, and lets the subscription stand again. */
  interrupted(node: string, body: () => Promise<void>): Promise<void>
  /** Runs the body while nothing can be published. */
  down(body: () => Promise<void>): Promise<void>
  /** Frames to the node vanish between the two while the body runs; undefined where the transport cannot do that. */
  losing?(node: string, body: () => Promise<void>): Promise<void>
}

export function recordingListener() {
  const replies: LinkReply[] = []
  const deliveries: LinkDelivery[] = []
  const kicks: LinkKick[] = []
  const lost: string[] = []
  return {
    replies,
    deliveries,
    kicks,
    lost,
    listener: {
      reply: (r: LinkReply) => void replies.push(r),
      delivery: (d: LinkDelivery) => void deliveries.push(d),
      kick: (k: LinkKick) => void kicks.push(k),
      lost: (reason: string) => void lost.push(reason),
    },
  }
}

/** Beyond 32 bits, as offsets may be. */
const firstOffset = 2 ** 40

export const replyWith = (count: number): LinkReply => ({
  connectionId: 'c1',
  commandId: `m${count}`,
  code: '',
  detail: 'which limit',
  body: Uint8Array.of(count & 0xff, count >> 8),
  partition: 3,
  offset: firstOffset + count,
})

const announcement: GroupAnnouncement = {
  ...{ appId: 'app', conversationId: 'g:large', partition: 7, offset: firstOffset + 9, unchangedFrom: firstOffset, seq: 12 },
  ...{ targetSeq: 4, untoldPush: Uint8Array.of(1, 2, 3), exceptConnection: 'c', joins: true },
  steps: [
    { userId: 'ann', fromSeq: 12, seesFrom: 1, toSeq: 0 },
    { userId: 'bob', fromSeq: 0, seesFrom: 0, toSeq: 13 },
  ],
}

const countOf = (reply: LinkReply): number => reply.offset - firstOffset

const frame = (sender: string, number: number, counts: readonly number[] = []): LinkFrame => ({
  sender,
  number,
  replies: counts.map(replyWith),
  deliveries: [],
  kicks: [],
  lost: [],
})

export function linkContract(name: string, harness: () => LinkHarness, { loses }: { loses: boolean }): void {
  describe(`node link: ${name}`, () => {
    const open: NodeLink[] = []
    function link(limits?: Partial<LinkLimits>): NodeLink {
      const made = harness().link(randomUUID(), limits)
      open.push(made)
      return made
    }
    async function listening() {
      const node = link()
      const seen = recordingListener()
      await node.listen(seen.listener)
      return { node, ...seen }
    }
    afterEach(async () => {
      await Promise.all(open.splice(0).map((l) => l.close()))
    })

    test('records arrive whole and in order', async () => {
      const to = await listening()
      const from = link()
      for (let i = 1; i <= 5_000; i++) from.reply(to.node.incarnation, replyWith(i))
      const push = Uint8Array.from({ length: 256 }, (_v, i) => i)
      from.deliver(to.node.incarnation, { push, connectionIds: ['a', 'b'] })
      from.deliver(to.node.incarnation, { push, connectionIds: [], group: announcement })
      from.kick(to.node.incarnation, { connectionId: 'a', code: 'LOGGED_OUT' })
      await from.flushed()
      await eventually('the kick', () => to.kicks.length === 1)
      assert.deepEqual(
        to.replies.map(countOf),
        Array.from({ length: 5_000 }, (_v, i) => i + 1),
      )
      const [first] = to.replies
      assert.deepEqual({ ...first, body: new Uint8Array(first!.body) }, replyWith(1))
      assert.deepEqual(new Uint8Array(to.deliveries[0]!.push), push)
      assert.deepEqual([...to.deliveries[0]!.connectionIds], ['a', 'b'])
      assert.equal(to.deliveries[0]!.group, undefined)
      assert.deepEqual([...to.deliveries[1]!.connectionIds], [])
      const group = to.deliveries[1]!.group!
      assert.deepEqual({ ...group, untoldPush: new Uint8Array(group.untoldPush) }, announcement)
      assert.deepEqual({ ...to.kicks[0] }, { connectionId: 'a', code: 'LOGGED_OUT' })
      assert.deepEqual(to.lost, [])
    })

    test('a node nobody listens for takes frames without complaint', async () => {
      const from = link()
      from.kick(randomUUID(), { connectionId: 'a', code: 'REPLACED' })
      await from.flushed()
    })

    test('a node reaches itself', async () => {
      const to = await listening()
      to.node.reply(to.node.incarnation, replyWith(1))
      await eventually('the reply', () => to.replies.length === 1)
    })

    test('a missing number is noticed, a repeated frame ignored', async () => {
      const to = await listening()
      await harness().inject(to.node.incarnation, frame('s', 1, [1]))
      await harness().inject(to.node.incarnation, frame('s', 1, [1]))
      await harness().inject(to.node.incarnation, frame('s', 2, [2]))
      await harness().inject(to.node.incarnation, frame('s', 4, [4]))
      await eventually('frame 4', () => to.replies.length === 3)
      assert.deepEqual(to.replies.map(countOf), [1, 2, 4])
      assert.equal(to.lost.length, 1)
    })

    test('a sender that begins with another number than 1 has sent something that was missed', async () => {
      const to = await listening()
      await harness().inject(to.node.incarnation, frame('s', 2, [2]))
      await eventually('frame 2', () => to.replies.length === 1)
      assert.equal(to.lost.length, 1)
    })

    test('a beacon with a newer number says that frames were missed, one with the known number does not', async () => {
      const to = await listening()
      await harness().inject(to.node.incarnation, frame('s', 1, [1]))
      await harness().inject(to.node.incarnation, frame('s', 1))
      await harness().inject(to.node.incarnation, frame('s', 2, [2]))
      await eventually('frame 2', () => to.replies.length === 2)
      assert.deepEqual(to.lost, [])
      await harness().inject(to.node.incarnation, frame('s', 3))
      await eventually('the loss', () => to.lost.length === 1)
    })

    test('a beacon tells a receiver of a frame that nothing followed', async () => {
      const to = link()
      const from = link({ beaconIntervalMs: 30 })
      from.reply(to.incarnation, replyWith(1))
      await from.flushed()
      const seen = recordingListener()
      await to.listen(seen.listener)
      await eventually('the loss', () => seen.lost.length === 1)
    })

    test('an interrupted subscription is told once, when it stands again', async () => {
      const to = await listening()
      const from = link({ beaconIntervalMs: 60_000 })
      from.reply(to.node.incarnation, replyWith(1))
      await eventually('the first reply', () => to.replies.length === 1)
      await harness().interrupted(to.node.incarnation, async () => {
        from.reply(to.node.incarnation, replyWith(2))
        await from.flushed()
      })
      await eventually('word of the interruption', () => to.lost.length > 0)
      from.reply(to.node.incarnation, replyWith(3))
      await eventually('the reply behind the interruption', () => to.replies.map(countOf).at(-1) === 3)
      assert.equal(to.lost.length, 1, 'the interruption is told once, not again as a gap')
    })

    // A gap would not do: behind an interruption any number is taken.
    test('what was never queued is told in its order, behind an interruption too', async () => {
      const to = await listening()
      const from = link({ beaconIntervalMs: 60_000 })
      from.reply(to.node.incarnation, replyWith(1))
      await eventually('the first reply', () => to.replies.length === 1)
      await harness().interrupted(to.node.incarnation, async () => {})
      await eventually('word of the interruption', () => to.lost.length === 1)
      from.lost(to.node.incarnation, 'nobody was told')
      await from.flushed()
      await eventually('word of the loss', () => to.lost.length === 2)
      assert.equal(to.lost[1], 'nobody was told')
    })

    // A transport over one ordered connection loses nothing while it stays connected.
    const losing = (...args: Parameters<NonNullable<LinkHarness['losing']>>) => harness().losing!(...args)
    const testLoss: (title: string, body: () => Promise<void>) => void = loses ? test : () => {}
    testLoss('frames lost on the way are noticed at the next frame, or at the beacon when none follows', async () => {
      const to = await listening()
      const from = link({ beaconIntervalMs: 30 })
      from.reply(to.node.incarnation, replyWith(1))
      await from.flushed()
      await losing(to.node.incarnation, async () => {
        from.reply(to.node.incarnation, replyWith(2))
        await from.flushed()
      })
      await eventually('the loss by a beacon', () => to.lost.length === 1)
      assert.equal(to.replies.length, 1)
    })

    test('while the transport is down records wait, and leave when it is back', async () => {
      const to = await listening()
      const from = link()
      await harness().down(async () => {
        for (let i = 1; i <= 10; i++) from.reply(to.node.incarnation, replyWith(i))
      })
      await from.flushed()
      // The subscription may come back behind the publisher: then the loss is told.
      await eventually('the replies or word of their loss', () => to.replies.length === 10 || to.lost.length > 0)
    })

    test('a full queue drops the oldest, flushed rejects, and the receiver sees a gap', async () => {
      const to = await listening()
      const from = link({ nodeRecordsMax: 100 })
      let flushed: Promise<unknown> = Promise.resolve()
      await harness().down(async () => {
        from.reply(to.node.incarnation, replyWith(1))
        await new Promise((resolve) => setImmediate(resolve))
        from.reply(to.node.incarnation, replyWith(2))
        flushed = from.flushed().then(
          () => 'resolved',
          () => 'rejected',
        )
        for (let i = 3; i <= 1_000; i++) from.reply(to.node.incarnation, replyWith(i))
      })
      assert.equal(await flushed, 'rejected')
      await from.flushed()
      await eventually('word of the loss', () => to.lost.length > 0)
      await eventually('a later frame', () => {
        from.reply(to.node.incarnation, replyWith(2_000))
        return to.replies.some((r) => countOf(r) === 2_000)
      })
      assert.ok(to.replies.filter((r) => countOf(r) <= 1_000).length <= 101)
    })

    test('flushed after close rejects what was left', async () => {
      const from = link({ closeTimeoutMs: 1 })
      await harness().down(async () => {
        from.reply(randomUUID(), replyWith(1))
        const flushed = assert.rejects(from.flushed())
        await from.close()
        await flushed
      })
    })
  })
}
