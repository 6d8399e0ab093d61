// A processor in a process of its own, on an embedded log and a PostgreSQL that its parent projects into: touches as many
// conversations as asked, more while the parent projects nothing until it is refused, and then sends messages of all of
// them again. Tells its parent what came of it. Its own memory, the sender's included, is what is measured.
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { decodeReply, partitionMeta, type SendMessage, type SkeinCommand, type SkeinEvent } from '@skein/contracts'
import type { Cell } from '@skein/domain'
import { skeinDecider } from '@skein/domain'
import { openEmbeddedLog } from '@skein/embedded-log'
import type { CommandOutcome, ProcessorLimits } from '@skein/runtime'
import { consumerGroup, createProcessor, defaultProcessorLimits, newCounters } from '@skein/runtime'
import { boundHeapGrowth } from '@skein/server'
import { silentLogger } from '@skein/telemetry'
import { sampleAppId, sampleCommandMeta, sampleSendMessage } from '@skein/testing'
import { createPgDatabase, createPrefetch, createReadTimers, createReadViews } from '@skein/view-store'

const { file, connectionString, conversations, limits } = JSON.parse(process.argv[2]!) as Record<'file' | 'connectionString', string> & {
  readonly conversations: number
  /** Of those of a processor, the ones that bound its memory. */
  readonly limits: Pick<ProcessorLimits, 'cellsMax' | 'intentsMax' | 'entriesMax'>
}

/** What the parent is told, one at a time; it answers each but the last when it has done it. */
export type Told = { readonly projecting: boolean } | { readonly found: Found }
export interface Found {
  readonly rssMax: number
  readonly wrong: readonly string[]
  /** How the first refusal read while nothing was projected, and how many conversations had been begun by then. */
  readonly refused: { readonly detail: string; readonly afterConversations: number }
  readonly [more: string]: unknown
}

const inFlightMax = 2000
const retryMs = 50
const samples = 300
const partitionCount = 16

// As the role does.
boundHeapGrowth(['processor'])
const log = await openEmbeddedLog({ file, partitionCount, logger: silentLogger })
const database = createPgDatabase({ connectionString, logger: silentLogger })
const waiting = new Map<string, (outcome: CommandOutcome<Uint8Array>) => void>()
const counters = newCounters()
const processor = createProcessor<SkeinCommand, SkeinEvent, Cell, Uint8Array>({
  log,
  decider: skeinDecider,
  prefetch: createPrefetch(database),
  timers: { read: createReadTimers(database), fire: () => Promise.reject(new Error('there are no timers')), clock: log.clock },
  checkpoints: () => createReadViews(database).checkpoints(),
  commandsDone: () => ({ type: 'CommandsDone', meta: partitionMeta(Date.now()) }),
  outcome: (command, outcome) => waiting.get(command.meta.commandId)?.(outcome),
  logger: silentLogger,
  limits: { ...defaultProcessorLimits, ...limits },
  selfFence: true,
  wokeAt: () => Number.NEGATIVE_INFINITY,
  group: consumerGroup(log, 'processor', 'commands'),
  counters,
})
await processor.start()

let rssMax = 0
let atMax = process.memoryUsage()
const measuring = setInterval(() => {
  const now = process.memoryUsage()
  if (now.rss > rssMax) [rssMax, atMax] = [now.rss, now]
}, 100)

/** Sends until it is accepted, as a device does: flagged from the second time on. */
async function ask(command: SkeinCommand): Promise<Uint8Array> {
  for (let retry = command.meta.retry; ; retry = true) {
    const outcome = await askOnce(command, retry)
    if (outcome.accepted) return outcome.reply
    if (outcome.code !== 'UNAVAILABLE') throw new Error(`refused: ${outcome.code}`)
    await new Promise((resolve) => setTimeout(resolve, retryMs))
  }
}

async function askOnce(command: SkeinCommand, retry: boolean): Promise<CommandOutcome<Uint8Array>> {
  const { actorId, intent } = command.meta
  const copy = { ...command, meta: sampleCommandMeta({ actorId, intent, retry }) }
  const outcome = await new Promise<CommandOutcome<Uint8Array>>((resolve, reject) => {
    waiting.set(copy.meta.commandId, resolve)
    log.appendCommand(copy).catch(reject)
  })
  waiting.delete(copy.meta.commandId)
  return outcome
}

async function tell(told: Told): Promise<void> {
  process.send!(told)
  await once(process, 'message')
}

/** As many conversations as pairs of them; beyond those asked for, more than there is room for. */
const conversationsMax = conversations + limits.entriesMax * 1.2
const people = Math.ceil((1 + Math.sqrt(1 + 8 * conversationsMax)) / 2)
const userId = (i: number) => `u${String(i).padStart(6, '0')}`
const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`

/** Message `round` of conversation `n`: the same whenever it is made. */
function messageOf(n: number, round: number, retry: boolean): SendMessage {
  const high = Math.floor((1 + Math.sqrt(1 + 8 * n)) / 2)
  const low = n - (high * (high - 1)) / 2
  const [a, b] = [userId(low), userId(high)]
  return sampleSendMessage('x'.repeat(200), {
    meta: sampleCommandMeta({
      actorId: a,
      intent: { id: uuid(n * 10 + round), contentHash: createHash('sha256').update(`${n} ${round}`).digest() },
      retry,
    }),
    conversationId: `d:${a}:${b}`,
  })
}

async function inParallel(count: number, each: (i: number) => Promise<void>): Promise<void> {
  let next = 0
  const lane = async () => {
    for (let i = next++; i < count; i = next++) await each(i)
  }
  await Promise.all(Array.from({ length: Math.min(inFlightMax, count) }, lane))
}

const beganAt = performance.now()
await inParallel(people, async (i) => {
  const meta = sampleCommandMeta({ appId: sampleAppId, actorId: userId(i) })
  await ask({ type: 'RegisterUser', meta, userId: userId(i), userName: userId(i), displayName: '' })
})
const views = createReadViews(database)
for (let i = 0; i < people; i++) {
  while ((await views.findUser(sampleAppId, { userId: userId(i) })) === null) await new Promise((resolve) => setTimeout(resolve, retryMs))
}
const wrong: string[] = []
/** Some of those that are asked for again at the end, and the ids of their first messages. */
const sampled = new Set(Array.from({ length: samples }, (_, i) => Math.floor((i * conversations) / samples)))
const firstIds = new Map<number, string>()
const send = async (message: SendMessage) => decodeReply('SendMessage', await ask(message))
await inParallel(conversations, async (n) => {
  const { seq, messageId } = await send(messageOf(n, 0, false))
  if (sampled.has(n)) firstIds.set(n, messageId)
  if (seq !== 1) wrong.push(`first message of ${n}: seq ${seq}`)
})
const seconds = (performance.now() - beganAt) / 1000
const cells = processor.status().reduce((sum, s) => sum + s.cells, 0)

await tell({ projecting: false })
let begun = conversations
let refusal: string | null = null
await inParallel(conversationsMax - conversations, async (i) => {
  for (let retry = false; refusal === null; retry = true) {
    const outcome = await askOnce(messageOf(conversations + i, 0, retry), retry)
    if (outcome.accepted) {
      begun = Math.max(begun, conversations + i + 1)
      return
    }
    // The database of a busy machine may not answer in time: that is not what is looked for.
    if (outcome.detail === 'views') await new Promise((resolve) => setTimeout(resolve, retryMs))
    else refusal ??= `${outcome.code} ${outcome.detail}`
  }
})
await tell({ projecting: true })
for (let i = 0; i < samples; i++) {
  const n = i % 2 === 0 ? Math.floor((i * conversations) / samples) : Math.floor((i * begun) / samples)
  const again = await send(messageOf(n, 0, true))
  if (again.seq !== 1 || again.messageId !== (firstIds.get(n) ?? again.messageId)) wrong.push(`resend in ${n}: seq ${again.seq}`)
  const second = await send(messageOf(n, 1, false))
  if (second.seq !== 2) wrong.push(`second message in ${n}: seq ${second.seq}`)
}
clearInterval(measuring)
const { unavailable, fenced, prefetches } = counters
const refused = { detail: refusal ?? 'never', afterConversations: begun }
process.send!({ found: { conversations, rssMax, atMax, seconds, cells, wrong, refused, unavailable, fenced, prefetches } } satisfies Told)
await once(process, 'disconnect')
process.exit(0)
