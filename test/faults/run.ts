// One run: people gather, load begins, the fault happens in its middle, everything settles, all is read back and judged.
import { loadavg } from 'node:os'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as delay } from 'node:timers/promises'
import { Audience, type Device } from './audience.ts'
import { Broadcasts } from './broadcasts.ts'
import { createChance } from './chance.ts'
import { Controls } from './control.ts'
import { linesOfCrowd } from './crowds.ts'
import type { Evidence } from './faults.ts'
import type { Installation } from './installation.ts'
import type { Journal } from './journal.ts'
import { newJournal } from './journal.ts'
import { unshown } from './member-verdict.ts'
import { openOtherTenant } from './other-tenant.ts'
import { markOf, usualOutageMsMax } from './outage-marks.ts'
import { readBack } from './read-back.ts'
import type { Place, TownSize } from './town.ts'
import { settleTown } from './town.ts'
import { Traffic } from './traffic.ts'
import { readHistory } from './truth.ts'

export interface RunOptions {
  readonly scenario: string
  readonly seed: number
  readonly rate: number
  readonly seconds: number
  readonly town: TownSize
  /** What another tenant of the machine takes of every core, from the first send until everything has settled. */
  readonly burn?: number | undefined
  readonly progress: (line: string) => void
  /** Breaks something, and mends what is to be mended; answers what shows that it was really broken. */
  readonly fault: () => Promise<Evidence>
  /** What the break has led to, asked after everything has settled. */
  readonly aftermath?: () => Promise<Evidence>
}

const settleMsMax = 30_000
/** Where everybody is sent everything once more. */
const settleAnewMsMax = 90_000
const settlePollMs = 250
/** Nothing new shown for so long, once everything is acked. */
const quietMs = 1_500
/** Of what those are shown who are no members all along, after everybody else has it all. */
const shownMsMax = 10_000
const backWithinMs = 10_000
const caughtUpMsMax = 30_000
/** More for each of those who make groups large, and small again. */
const caughtUpMsEach = 1

export async function runFault(installation: Installation, options: RunOptions): Promise<Journal> {
  const { scenario, seed, rate, seconds, burn, progress } = options
  const chance = createChance(seed)
  const journal = newJournal(scenario, seed)
  const startedAt = performance.now()
  const now = () => performance.now() - startedAt
  const starved = monitorEventLoopDelay()
  progress('connecting')
  const audience = await Audience.gather(installation, journal, now)
  const controls = new Controls(journal, now)
  audience.onAcked = (sent) => controls.follow(sent)
  const tenant = openOtherTenant(burn)
  const broadcasts = new Broadcasts({ installation, audience, journal, chance, now })
  try {
    const places = await settleTown(audience, installation.away, options.town, chance)
    progress(`${audience.devices.length} devices, ${places.length} conversations, ${rate} sends/s for ${seconds} s`)
    starved.enable()
    tenant.burn()
    const told = [...places, broadcasts.place]
    const traffic = new Traffic({ audience, controls, broadcasts, places, journal, chance, rate, seconds, now, progress })
    await delay((seconds * 1_000) / 2)
    const cutsBefore = cuts(audience)
    progress(`fault: ${scenario}`)
    const faultAt = now()
    const back = devicesBack(audience, backWithinMs)
    const fault = options.fault().catch((error): Evidence => ({ injected: false, error: String(error) }))
    await traffic.ended
    for (const line of traffic.life ? linesOfCrowd(traffic.life.largest) : []) progress(line)
    progress('load ended, settling')
    starved.disable()
    const { cut, ...evidence } = await fault
    if (cut) {
      const { returnedAt, ...loss } = cut
      journal.loss = { ...loss, returnedAtMs: returnedAt - startedAt }
    }
    const outageMark = markOf(evidence.outageMark, burn)
    journal.outageMsMax = outageMark?.ms ?? usualOutageMsMax
    await settle({ audience, controls, broadcasts, places: told, journal, now })
    await broadcasts.close()
    journal.endedAtMs = now()
    const { burned } = tenant.rest()
    const aftermath = await options.aftermath?.().catch((error) => ({ injected: false, error: String(error) }))
    journal.injected = evidence.injected && (aftermath?.injected ?? true) && isWhole(traffic) && broadcasts.isWhole
    journal.evidence = {
      ...evidence,
      ...aftermath,
      ...(outageMark ? { outageMark } : {}),
      ...(burned ? { burned } : {}),
      faultAtMs: Math.round(faultAt),
      connectionsLostByClients: cuts(audience) - cutsBefore,
      devicesNotBackWithin10s: await back,
      ...evidenceOfTraffic(traffic),
      broadcasts: broadcasts.done,
      // Others at work on the machine show here: an outage beside them says little.
      generatorLateMsMax: Math.round(starved.max / 1e6),
      machineLoad: loadavg()[0],
      ...(Object.keys(audience.warnings).length > 0 ? { clientWarnings: audience.warnings } : {}),
    }
    delete journal.evidence.injected
    await verify(installation, told, journal, progress)
    return journal
  } finally {
    tenant.close()
    await broadcasts.close()
    await audience.close()
  }
}

const evidenceOfTraffic = ({ memberChanges, tide, life, relationsChanged, restarts }: Traffic): object => ({
  memberChanges,
  membersOfTide: tide,
  ...(life ? { memberLife: life.done, largestGroup: life.largest } : {}),
  relationsChanged,
  restarts,
})

/** Where members live, all that happens to them has happened, and the largest group has been as large as it becomes, and small again. */
const isWhole = ({ life, hasEverything }: Traffic): boolean =>
  hasEverything && (life === null || (life.isWhole && life.hasTurned && life.largest.refused === 0))

async function verify(
  installation: Installation,
  places: readonly Place[],
  journal: Journal,
  progress: (line: string) => void,
): Promise<void> {
  const deadline = performance.now() + caughtUpMsMax + installation.away.length * caughtUpMsEach
  while (!(await installation.caughtUp())) {
    if (performance.now() > deadline) {
      progress('the views have not caught up')
      break
    }
    await delay(settlePollMs)
  }
  progress('reading back')
  await readBack(installation, places, journal)
  await nameAll(installation, journal)
  await untilShown(journal)
  journal.hides = await installation.hides()
  progress('comparing the views with a rebuild')
  const { count, examples } = await installation.compareViews()
  journal.viewsDiffer = count
  if (count > 0) journal.evidence.differences = examples
}

/** An item names the first of those whom it is about: the log names all. */
async function nameAll(installation: Installation, journal: Journal): Promise<void> {
  const subjects = await installation.subjects()
  for (const [i, entry] of journal.conversations.entries()) {
    const history = entry.history.map((item) => ({
      ...item,
      userIds: subjects?.get(`${entry.conversationId} ${item.seq}`) ?? item.userIds,
    }))
    journal.conversations[i] = { ...entry, history }
  }
}

/** To everybody what is theirs to see, as it is read back now; not that, and it is judged as it is. */
async function untilShown(journal: Journal): Promise<void> {
  if (journal.loss !== null) return
  const truths = new Map(journal.conversations.map((entry) => [entry.conversationId, readHistory(entry, () => {})]))
  for (const deadline = performance.now() + shownMsMax; performance.now() < deadline; await delay(settlePollMs))
    if (journal.devices.every((device) => unshown(device, truths).next().done)) return
}

interface Settling {
  readonly audience: Audience
  readonly controls: Controls
  readonly broadcasts: Broadcasts
  readonly places: readonly Place[]
  readonly journal: Journal
  readonly now: () => number
}

/** Until everything is acked and shown to those who are members all along, and nothing new comes. */
async function settle({ audience, controls, broadcasts, places, journal, now }: Settling): Promise<void> {
  const deadline = now() + (journal.loss === null ? settleMsMax : settleAnewMsMax)
  const shownCount = () => journal.devices.reduce((sum, device) => sum + device.shown.length, 0)
  let last = -1
  let lastAt = now()
  while (now() < deadline) {
    const shown = shownCount()
    if (shown !== last) {
      last = shown
      lastAt = now()
    }
    if (audience.unacked + controls.open + broadcasts.open === 0 && now() - lastAt >= quietMs && allShown(audience, places, journal)) return
    await delay(settlePollMs)
  }
}

function allShown(audience: Audience, places: readonly Place[], journal: Journal): boolean {
  const highest = new Map<string, number>()
  const since = journal.loss?.returnedAtMs ?? 0
  if (journal.loss !== null && journal.devices.some(({ earlier }) => earlier.length === 0)) return false
  for (const { conversationId, seq, ackedAtMs } of [...journal.sends, ...journal.controls])
    if (seq !== null && ackedAtMs! >= since) highest.set(conversationId, Math.max(seq, highest.get(conversationId) ?? 0))
  // A device that begins anew shows again what was acked before the cut: its sessions say how far that goes.
  const isShown = ({ client }: Device, conversationId: string) => {
    const told = journal.loss === null ? 0 : (client.session(conversationId)?.lastSeq ?? 0)
    return client.lastSeq(conversationId) >= Math.max(told, highest.get(conversationId) ?? 0)
  }
  return places.every(({ conversationId, steady }) =>
    steady.every((userId) => audience.devicesOf(userId).every((device) => isShown(device, conversationId))),
  )
}

const cuts = (audience: Audience) => audience.devices.reduce((sum, device) => sum + device.disconnects, 0)

/** Devices without a connection at all times from now until then. */
async function devicesBack(audience: Audience, withinMs: number): Promise<number> {
  const missing = new Set(audience.devices)
  // A connection to what has just died may still look alive.
  await delay(withinMs / 10)
  for (const deadline = performance.now() + withinMs * 0.9; performance.now() < deadline && missing.size > 0; await delay(settlePollMs))
    for (const device of missing) if (device.client.connection) missing.delete(device)
  return missing.size
}
