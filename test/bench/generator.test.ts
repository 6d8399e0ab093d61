// The load generator is measured before anything is measured with it: against a gateway that answers at once, latency must
// be small and must not depend on the rate (a generator that stamps messages an interval early shows 1 / rate).
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startGenerator } from './generator.ts'
import { startNullGateway } from './null-gateway.ts'
import type { LoadEnd } from './send-lane.ts'

const p50MaxMs = 5
/** Between the lowest and the highest p50: an interval at 100/s is 10 ms. */
const spreadMaxMs = 5
/** A busy machine only ever adds: the best of some attempts is the generator's own. */
const attemptsMax = 6

function fine(medians: ReadonlyMap<number, number>): boolean {
  const values = [...medians.values()]
  return values.length > 0 && Math.max(...values) < p50MaxMs && Math.max(...values) - Math.min(...values) < spreadMaxMs
}

function endsAt(addresses: readonly string[], count: number): LoadEnd[] {
  return Array.from({ length: count }, (_, i) => {
    const userId = `null-${i}`
    return { address: addresses[(i >> 1) % addresses.length]!, appId: 'null', userId, token: userId }
  })
}

// Ids were numbered from 0 in every run. A resend of a later run on the same servers was answered with what the earlier one had said under
// its id, rightly, and counted as acknowledged and never shown.
test('two runs have no id in common', async () => {
  const sent: string[] = []
  const gateway = await startNullGateway({ sent: (id) => sent.push(id) })
  try {
    for (let run = 0; run < 2; run++) {
      const load = startGenerator()
      await load.open(endsAt(gateway.addresses, 4), 200)
      await load.run({ rate: 500, warmupMs: 0, durationMs: 200, graceMs: 5000, settleMs: 1000 })
      load.close()
    }
    assert.deepEqual([sent.length, new Set(sent).size], [200, 200])
  } finally {
    await gateway.close()
  }
})

// Under overload a message waits in its lane for its turn, without end where load does not wait. What a gateway does with what it was asked is told by
// answers a second and by what each took from its last write: counted from when it was due, 120% of the knee said nothing but how long it had gone on.
test('of more than is served, the answers within the time are counted, each from its last write, and how long the rest came late', async () => {
  const answerMs = 200
  const gateway = await startNullGateway({ answerMs })
  const load = startGenerator()
  try {
    await load.open(endsAt(gateway.addresses, 4), 200)
    // Four lanes with an answer each 200 ms: 20 a second of the 40 that are due.
    const result = await load.run({ rate: 40, warmupMs: 1_000, durationMs: 4_000, graceMs: 100, settleMs: 20_000, afterMs: 1_000 })
    assert.ok(result.answered > 60 && result.answered <= 84, `${result.answered} answered`)
    assert.ok(result.replyMs.p50 >= answerMs - 5 && result.replyMs.p50 < 2 * answerMs, `${JSON.stringify(result.replyMs)}`)
    assert.ok(result.ackMs.p50 > 2 * answerMs, `${result.ackMs.p50} ms from when they were due`)
    assert.deepEqual([result.settled, result.sent], [true, 160])
    // Another second is due behind it: of six seconds' worth the half still waits then, for six seconds more.
    assert.ok(result.lateForMs > 6_000 && result.lateForMs < 10_000, `late for ${result.lateForMs} ms`)
  } finally {
    load.close()
    await gateway.close()
  }
})

for (const transport of ['ws', 'tcp']) {
  test(`the generator adds little, and the same at every rate, over ${transport}`, async () => {
    const gateway = await startNullGateway()
    const load = startGenerator()
    try {
      await load.open(
        endsAt(
          gateway.addresses.filter((a) => a.startsWith(transport)),
          200,
        ),
        200,
      )
      const medians = new Map<number, number>()
      for (let attempt = 1; attempt <= attemptsMax && !fine(medians); attempt++) {
        for (const rate of [2000, 100, 500, 2000, 3000]) {
          const result = await load.run({ rate, warmupMs: 300, durationMs: 1000, graceMs: 5000, settleMs: 1000 })
          assert.deepEqual([result.sent, result.acked, result.delivered], [rate, rate, rate])
          assert.equal(result.settled, true)
          medians.set(rate, Math.min(result.deliverMs.p50, medians.get(rate) ?? Infinity))
        }
      }
      assert.ok(fine(medians), `lowest p50 in ms by rate: ${JSON.stringify([...medians])}`)
    } finally {
      load.close()
      await gateway.close()
    }
  })
}
