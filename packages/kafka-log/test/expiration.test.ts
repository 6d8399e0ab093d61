// A broker that forgets in seconds what it else forgets in days: transactional ids, and the state of producers. What a new
// owner must wait for, and why claims are renewed. Rules 1 and 2 of the partition writer.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { PartitionClaimed, SkeinEvent } from '@skein/contracts'
import type { LogError, PartitionWriter, StoredRecord } from '@skein/event-sourcing'
import { eventually, sampleKey, sampleMessageSent, textOf } from '@skein/testing'
import type { KafkaBench } from './kafka-harness.ts'
import { startKafkaBench } from './kafka-harness.ts'

const sessionTimeoutMs = 1000
const forgetsAfterMs = 2500

type KafkaLog = Awaited<ReturnType<KafkaBench['open']>>

let bench: KafkaBench
const open: KafkaLog[] = []

before(async () => {
  bench = await startKafkaBench({
    properties: {
      'transactional.id.expiration.ms': String(forgetsAfterMs),
      'transaction.remove.expired.transaction.cleanup.interval.ms': '200',
      'producer.id.expiration.ms': String(forgetsAfterMs),
      'producer.id.expiration.check.interval.ms': '200',
    },
  })
})
after(async () => {
  await Promise.all(open.map((log) => log.close()))
  await bench?.close()
})

async function openLog(): Promise<KafkaLog> {
  const log = await bench.open({ limits: { sessionTimeoutMs } })
  open.push(log)
  return log
}

const append = (log: KafkaLog, writer: PartitionWriter<SkeinEvent>, text: string) =>
  writer.append([{ key: sampleKey(log.partitionOf, writer.partition), value: sampleMessageSent(text, writer.claim) }])

async function recordsOf(log: KafkaLog, partition: number): Promise<StoredRecord<SkeinEvent>[]> {
  const { end } = (await log.bounds('events', [partition])).get(partition)!
  const records: StoredRecord<SkeinEvent>[] = []
  for await (const batch of log.read('events', partition, 0, end)) records.push(...(batch as StoredRecord<SkeinEvent>[]))
  return records
}

const claimAt = async (log: KafkaLog, writer: PartitionWriter<SkeinEvent>) =>
  (await recordsOf(log, writer.partition)).find((r) => r.offset === writer.claim) as StoredRecord<PartitionClaimed>

/** What the broker has forgotten shows in nothing but the time that has passed. */
const forgotten = () => new Promise((resolve) => setTimeout(resolve, forgetsAfterMs + 1500))

test('after the transactional id expired, a claim waits out twice the session timeout before its record', async () => {
  const [oldLog, newLog] = [await openLog(), await openLog()]
  const zombie = await oldLog.claim(0)
  await append(oldLog, zombie, 'as owner')
  const { value: first } = await claimAt(newLog, zombie)
  await forgotten()
  const beganAt = Date.now()
  const claiming = newLog.claim(0)
  // All that time an owner that has not noticed may go on: it is before the claim, and seen by it.
  const during = new Promise((resolve) => setTimeout(resolve, sessionTimeoutMs)).then(() => append(oldLog, zombie, 'not noticed yet'))
  const next = await claiming
  const offset = await during
  const claim = await claimAt(newLog, next)
  assert.notEqual(claim.value.producerId, first.producerId, 'the broker made a new producer id: the fault was injected')
  assert.ok(claim.appendedAt - beganAt >= 2 * sessionTimeoutMs - 50, `the claim stood after ${claim.appendedAt - beganAt} ms`)
  assert.ok(offset < next.claim)
  // This is what the wait is for: the broker refuses the old producer nothing.
  await assert.rejects(append(oldLog, zombie, 'behind the claim'), (error: LogError) => error.code === 'UNKNOWN_OUTCOME')
  const texts = (await recordsOf(newLog, 0)).map(({ offset: at, value }) => [at, textOf(value)])
  assert.deepEqual(texts.at(-1), [next.claim + 1, 'behind the claim'])
})

test('after the producer state expired a zombie is refused no longer; a claim renewed in time keeps it out', async () => {
  const [oldLog, newLog] = [await openLog(), await openLog()]
  const [forgottenZombie, fencedZombie] = [await oldLog.claim(1), await oldLog.claim(2)]
  await newLog.claim(1)
  const owner = await newLog.claim(2)
  await append(newLog, owner, 'mine')
  const renewing = setInterval(() => void newLog.claim(2).catch(() => {}), forgetsAfterMs / 5)
  await forgotten()
  clearInterval(renewing)
  await newLog.claim(2)
  await assert.rejects(append(oldLog, fencedZombie, 'too late'), (error: LogError) => error.code === 'FENCED')
  // A reader of its own process stands where it lands, and is not told of it by a writer that has been replaced.
  const read: StoredRecord<SkeinEvent>[] = []
  const stop = new AbortController()
  const reading = (async () => {
    const tail = oldLog.tail('events', 1, { from: forgottenZombie.claim, signal: stop.signal })
    for await (const batch of tail) read.push(...(batch as StoredRecord<SkeinEvent>[]))
  })()
  await eventually(() => read.length === 2, { what: 'both claims' })
  await append(oldLog, forgottenZombie, 'accepted').catch((error: LogError) => assert.equal(error.code, 'UNKNOWN_OUTCOME'))
  await eventually(() => read.length === 3, { what: 'what the zombie wrote, as it is in the log' })
  stop.abort()
  await reading
  assert.equal(oldLog.counters.handedOver.events, 0)
  assert.ok(
    (await recordsOf(newLog, 1)).some(({ value }) => textOf(value) === 'accepted'),
    'without renewal the broker forgets',
  )
  assert.ok(!(await recordsOf(newLog, 2)).some(({ value }) => textOf(value) === 'too late'))
})

test('a claim under the same producer id does not wait', async () => {
  const [a, b] = [await openLog(), await openLog()]
  await a.claim(3)
  const beganAt = performance.now()
  await eventually(() => b.claim(3))
  assert.ok(performance.now() - beganAt < 2 * sessionTimeoutMs, `${performance.now() - beganAt} ms`)
})
