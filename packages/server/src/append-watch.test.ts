// A disk that was full let every append fail, and the process said that it was ready.
import assert from 'node:assert/strict'
import test from 'node:test'
import type { SkeinCommand } from '@skein/contracts'
import { logKeyOf } from '@skein/contracts'
import { LogError } from '@skein/event-sourcing'
import { sampleSendMessage } from '@skein/testing'
import { watchAppends } from './append-watch.ts'

/** A log whose partitions fail as the test says, each with one conversation, and a watch over it. */
function watched(partitionCount: number) {
  const time = { now: 0 }
  const faults = new Map<number, Error>()
  const conversations = Array.from({ length: partitionCount }, (_, n) => sampleSendMessage('x', { conversationId: `g:${n}` }))
  const keys = conversations.map((command) => logKeyOf(command))
  const partitionOf = (key: string) => keys.indexOf(key)
  async function appendCommand(command: SkeinCommand): Promise<void> {
    const fault = faults.get(partitionOf(logKeyOf(command)))
    if (fault) throw fault
  }
  const watch = watchAppends({ appendCommand, partitionOf, partitionCount }, () => time.now)
  return {
    time,
    faults,
    part: () => watch.part(),
    ok: () => watch.part().ok,
    append: (partition = 0) => watch.appendCommand(conversations[partition]!).catch(() => {}),
  }
}

const full = new LogError('UNAVAILABLE', 'disk is full')

test('a process whose appends fail for a while is unready, until one is stored, or none was tried for long', async () => {
  const { time, faults, append, ok, part } = watched(1)
  await append()
  faults.set(0, new LogError('TOO_LARGE', 'too large'))
  for (time.now = 0; time.now < 60_000; time.now += 1_000) await append()
  assert.ok(ok())
  faults.set(0, full)
  await append()
  assert.ok(ok(), 'one that fails may be an election')
  time.now += 6_000
  await append()
  assert.ok(!ok())
  assert.match(part().detail!, /none was stored for 6 s: LogError: disk is full/)
  time.now += 31_000
  assert.ok(ok())
  await append()
  assert.ok(!ok())
  faults.clear()
  await append()
  assert.deepEqual(part(), { name: 'appends', ok: true })
})

// One partition without a leader, and one client that tried to write there, made a process unready that served all others, and after it
// every other process that the client was sent to.
test('a partition that takes nothing makes no process unready; several do, where none of those tried lately takes anything', async () => {
  const { time, faults, append, ok, part } = watched(3)
  const appendFor = async (ms: number, ...partitions: number[]) => {
    for (const end = time.now + ms; time.now < end; time.now += 1_000) for (const partition of partitions) await append(partition)
  }
  faults.set(0, full)
  await appendFor(60_000, 0)
  assert.ok(ok(), 'one of three')
  await append(2)
  faults.set(1, full)
  await appendFor(20_000, 0, 1)
  assert.ok(ok(), 'the third took what it was given lately')
  await appendFor(20_000, 0, 1)
  assert.ok(!ok(), 'none is known to take anything')
  assert.match(part().detail!, /none was stored for 40 s: /)
  await append(2)
  assert.ok(ok())
  faults.set(2, full)
  await append(2)
  assert.ok(!ok(), 'what the third took is no longer so')
})
