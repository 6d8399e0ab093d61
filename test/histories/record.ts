// Records a history with the code of today, or, with --digest, what today's code makes of the histories that there are.
//   node test/histories/record.ts <name> | --digest
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SkeinCommand, SkeinEvent } from '@skein/contracts'
import { allSchemas, logKeyOf, partitionForKey, partitionMeta } from '@skein/contracts'
import type { DomainEvent } from '@skein/domain'
import { type HistoryRecord, readHistory, writeHistory } from './history.ts'
import { Replay, replay } from './replay.ts'
import { commandsByChance } from './workload.ts'

const here = import.meta.dirname
const seed = 1
const partitionCount = 3
const appsDrawn = 700
/** Of those, apps in which something happens that has not happened before, and then the first. */
const appsMin = 16
/** Of those that change nothing, one in so many is kept. */
const idleEvery = 4
/** So often is a partition claimed anew. */
const claimEvery = 100

const name = process.argv[2] ?? ''
const names = readdirSync(here, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
if (name === '--digest') for (const one of names) await digest(one)
else if (/^[\w.-]+$/.test(name)) await record(name)
else {
  console.error('Usage: node test/histories/record.ts <name> | --digest')
  process.exit(2)
}

async function record(directory: string): Promise<void> {
  const records = played(worthKeeping(commandsByChance(seed, appsDrawn)).flat())
  refuseLacks(records)
  mkdirSync(join(here, directory), { recursive: true })
  await writeHistory(join(here, directory, 'log.jsonl'), { partitionCount, records })
  await digest(directory)
}

async function digest(directory: string): Promise<void> {
  const outcome = replay(await readHistory(join(here, directory, 'log.jsonl')))
  writeFileSync(join(here, directory, 'digest.json'), `${JSON.stringify(outcome, null, 2)}\n`)
  console.log(`test/histories/${directory}: ${Object.values(outcome.events).reduce((a, b) => a + b, 0)} events`)
}

/** What the owners of its partitions write when they are asked all this. */
function played(commands: readonly SkeinCommand[]): HistoryRecord[] {
  const records: HistoryRecord[] = []
  const state = new Replay(partitionCount)
  const heads = Array.from({ length: partitionCount }, () => ({ claim: -1, commands: 0, events: 0 }))

  function decided(command: SkeinCommand): readonly DomainEvent[] {
    return state.decide(partitionOf(command), command)
  }

  function append(partition: number, value: SkeinEvent): void {
    state.fold(partition, value)
    records.push({ topic: 'events', partition, value })
    heads[partition]!.events += 1
  }

  function claim(partition: number): void {
    const head = heads[partition]!
    const meta = { ...partitionMeta(0), claim: head.claim, commandOffset: head.commands - 1 }
    head.claim = head.events
    append(partition, {
      type: 'PartitionClaimed',
      meta,
      producerId: partition,
      producerEpoch: 0,
      claimId: `claim-${partition}`,
      logEpoch: 'epoch',
      owner: 'recorder',
    })
  }

  for (const [i, command] of commands.entries()) {
    if (i % claimEvery === 0) for (let partition = 0; partition < partitionCount; partition++) claim(partition)
    const events = decided(command)
    if (events.every(({ type }) => type === 'CommandRefused') && i % idleEvery > 0) continue
    const partition = partitionOf(command)
    const head = heads[partition]!
    records.push({ topic: 'commands', partition, value: command })
    const written = { claim: head.claim, commandOffset: head.commands++ }
    for (const event of events) append(partition, { ...event, meta: { ...event.meta, ...written } } as SkeinEvent)
    if (events.length === 0) append(partition, { type: 'CommandsDone', meta: { ...partitionMeta(0), ...written } })
  }
  return records
}

function worthKeeping(apps: readonly SkeinCommand[][]): SkeinCommand[][] {
  const seen = new Set<string>()
  const kept = apps.filter((commands) => {
    const before = seen.size
    for (const { value } of played(commands)) seen.add(value.type)
    return seen.size > before
  })
  const others = apps.filter((commands) => !kept.includes(commands))
  return [...kept, ...others.slice(0, Math.max(0, appsMin - kept.length))]
}

/** A history that lacks a type proves nothing about it. */
function refuseLacks(records: readonly HistoryRecord[]): void {
  const there = new Set<string>(records.map(({ value }) => value.type))
  const lacking = allSchemas().filter(({ subject }) => !there.has(subject.split('.').at(-1)!))
  if (lacking.length === 0) return
  const names = lacking.map(({ subject }) => subject).join(', ')
  console.error(`not one in the history: ${names}; see packages/testing/src/arbitrary, or draw more commands`)
  process.exit(1)
}

function partitionOf(command: SkeinCommand): number {
  return partitionForKey(logKeyOf(command), partitionCount)
}
