// Property: however three owners claim and append at once, no record of a claim lies behind a newer claim, every
// acknowledged append is stored once where it was said to be, and no fenced one is. What each of them is shown meanwhile, of its own
// appends as well, is what stands in the log.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SkeinEvent } from '@skein/contracts'
import { LogError } from '@skein/event-sourcing'
import fc from 'fast-check'
import { plain } from '../plain.ts'
import { sampleKey, textOf } from '../samples.ts'
import type { Bench, Log, Writer } from './harness.ts'
import { appendTexts, endOf, followAll, readAll } from './harness.ts'

const partition = 3

interface Step {
  readonly owner: number
  readonly claims: boolean
  /** Whether the next step waits for this one. */
  readonly awaited: boolean
}

const step: fc.Arbitrary<Step> = fc.record({
  owner: fc.integer({ min: 0, max: 2 }),
  claims: fc.boolean(),
  awaited: fc.boolean(),
})

/** One owner: its steps follow each other, and a rejection costs it its writer. */
class Owner {
  readonly #log: Log
  #writer: Writer | undefined
  #last: Promise<void> = Promise.resolve()
  readonly acknowledged = new Map<string, number>()
  readonly fenced: string[] = []

  constructor(log: Log) {
    this.#log = log
  }

  take(claims: boolean, key: string, text: string): Promise<void> {
    this.#last = this.#last.then(() => (claims ? this.#claim() : this.#append(key, text)))
    return this.#last
  }

  async #claim(): Promise<void> {
    this.#writer?.close()
    this.#writer = undefined
    this.#writer = await this.#log.claim(partition).catch((error) => {
      assert.ok(error instanceof LogError, String(error))
      return undefined
    })
  }

  async #append(key: string, text: string): Promise<void> {
    const writer = this.#writer
    if (!writer) return
    try {
      this.acknowledged.set(`${text} 1`, await appendTexts(writer, key, `${text} 1`, `${text} 2`))
    } catch (error) {
      assert.ok(error instanceof LogError, String(error))
      if (error.code === 'FENCED') this.fenced.push(`${text} 1`, `${text} 2`)
      writer.close()
      this.#writer = undefined
    }
  }
}

export function interleavingTests(bench: Bench): void {
  test('random interleavings of claims and appends by three owners keep the log in the order of claims', async (t) => {
    const logs = [await bench.open(), await bench.open(), await bench.open()]
    const seed = Date.now() % 0x7fffffff
    t.diagnostic(`seed ${seed}`)
    let run = 0
    const property = fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 24 }), async (steps) => {
      const from = await endOf(logs[0]!, 'events', partition)
      const owners = logs.map((log) => new Owner(log))
      const tails = logs.map((log) => followAll(log, 'events', partition, from))
      const key = sampleKey(logs[0]!.partitionOf, partition)
      const prefix = `run ${run++}`
      const all = steps.map((each, i) => ({ each, i }))
      const pending: Promise<void>[] = []
      for (const { each, i } of all) {
        const taken = owners[each.owner]!.take(each.claims, key, `${prefix} step ${i}`)
        pending.push(taken)
        if (each.awaited) await taken
      }
      await Promise.all(pending)
      const records = await readAll(logs[0]!, 'events', partition, from)
      for (const tail of tails) assert.deepEqual(plain(await tail.stopAfter(records.length)), plain(records))
      checkClaimOrder(records.map((record) => ({ offset: record.offset, value: record.value as SkeinEvent })))
      const texts = records.map((record) => textOf(record.value))
      for (const owner of owners) {
        for (const [text, offset] of owner.acknowledged) {
          assert.equal(texts.indexOf(text) + from, offset, `${text} is where it was acknowledged`)
          assert.equal(texts[offset - from + 1], text.replace(/1$/, '2'), `${text} is followed by the other half of its batch`)
          assert.equal(texts.lastIndexOf(text), texts.indexOf(text), `${text} is stored once`)
        }
        for (const text of owner.fenced) assert.ok(!texts.includes(text), `${text} was fenced, yet it is stored`)
      }
    })
    await fc.assert(property, { seed, numRuns: bench.harness().propertyRuns ?? 30, endOnFailure: true })
  })
}

/** Every event carries the claim that is the newest where it stands. */
function checkClaimOrder(records: readonly { readonly offset: number; readonly value: SkeinEvent }[]): void {
  let newest: number | undefined
  for (const { offset, value } of records) {
    if (value.type === 'PartitionClaimed') {
      assert.ok(value.meta.claim < offset)
      // Of two that claim at once both may have seen the same one before them.
      if (newest !== undefined) assert.ok(value.meta.claim <= newest, `the claim at ${offset} names an earlier one`)
      newest = offset
    } else {
      assert.equal(value.meta.claim, newest, `the record at ${offset} is of claim ${value.meta.claim}, the newest is ${newest}`)
    }
  }
}
