// The load: sends by an open loop at a fixed rate, spread over all conversations, while members come and go, read marks
// move, connections break and devices are restarted. What was intended when is written down before it is tried.
import type { Audience, Device } from './audience.ts'
import type { Chance } from './chance.ts'
import type { Journal, MarkEntry } from './journal.ts'
import type { Place } from './town.ts'
import { firstDevice } from './town.ts'

export interface TrafficOptions {
  readonly audience: Audience
  readonly places: readonly Place[]
  readonly journal: Journal
  readonly chance: Chance
  readonly rate: number
  readonly seconds: number
  readonly now: () => number
}

export interface Traffic {
  /** Resolves when the last send was made and everything else has ended. */
  readonly ended: Promise<void>
  readonly memberChanges: () => number
  readonly restarts: () => number
}

const tickMs = 5
const memberChangeEveryMs = 400
const markEveryMs = 100
const cutEveryMs = 1_000
const restartEveryMs = 4_000

/** An attempt before a restart of the owner's device has done it. */
const unlessDone = (error: { code?: string }) => {
  if (error.code !== 'NOT_A_MEMBER') throw error
}

export function startTraffic({ audience, places, journal, chance, rate, seconds, now }: TrafficOptions): Traffic {
  const startedAt = now()
  const total = rate * seconds
  const background = new Set<Promise<unknown>>()
  const timers: NodeJS.Timeout[] = []
  const changing = places.filter((place) => place.coming.length > 0)
  const busy = new Set<string>()
  const inside = new Map(changing.map((place) => [place.conversationId, new Set(place.coming)]))
  let order: Place[] = []
  let memberChanges = 0
  let restarts = 0

  const track = (work: Promise<unknown>) => {
    const tracked = work.catch(() => {}).finally(() => background.delete(tracked))
    background.add(tracked)
  }
  const every = (ms: number, action: () => void) => timers.push(setInterval(action, ms))

  function sendOne(number: number): void {
    if (order.length === 0) order = chance.shuffled(places)
    const place = order.pop()!
    const users = chance.shuffled(place.steady)
    const device = users.flatMap((userId) => chance.shuffled(audience.devicesOf(userId))).find((candidate) => !candidate.away)
    audience.send(device!, place.conversationId, chance.uuid(), startedAt + (number / rate) * 1_000)
  }

  async function changeMember(place: Place): Promise<void> {
    const owner = firstDevice(audience, place.steady[0]!)
    const members = inside.get(place.conversationId)!
    const userId = chance.pick(place.coming)
    busy.add(place.conversationId)
    try {
      if (members.has(userId)) await owner.client.removeMember(place.conversationId, userId).catch(unlessDone)
      else await owner.client.addMembers(place.conversationId, [userId])
      members.has(userId) ? members.delete(userId) : members.add(userId)
      memberChanges++
    } finally {
      busy.delete(place.conversationId)
    }
  }

  async function mark(device: Device): Promise<void> {
    const { client, userId } = device
    const unread = client.sessions().filter((session) => session.unread > 0 && session.toSeq === 0)
    if (unread.length === 0) return
    const { conversationId, lastOrdinal, readOrdinal } = chance.pick(unread)
    // Not always to the end, so that something is left to count.
    const ordinal = readOrdinal + 1 + chance.below(lastOrdinal - readOrdinal)
    const entry: MarkEntry = { userId, conversationId, ordinal, acked: false }
    journal.marks.push(entry)
    await client.markRead(conversationId, ordinal)
    entry.acked = true
  }

  const free = () => audience.devices.filter((device) => !device.away)
  every(memberChangeEveryMs, () => {
    const idle = changing.filter((place) => !busy.has(place.conversationId) && !firstDevice(audience, place.steady[0]!).away)
    if (idle.length > 0) track(changeMember(chance.pick(idle)))
  })
  every(markEveryMs, () => track(mark(chance.pick(free()))))
  every(cutEveryMs, () => chance.pick(free()).client.connection?.destroy())
  every(restartEveryMs, () => {
    restarts++
    track(audience.restart(chance.pick(free())))
  })

  async function loop(): Promise<void> {
    let sent = 0
    while (sent < total) {
      const due = Math.min(total, Math.floor(((now() - startedAt) / 1_000) * rate))
      while (sent < due) sendOne(sent++)
      await new Promise((resolve) => setTimeout(resolve, tickMs))
    }
    for (const timer of timers) clearInterval(timer)
    await Promise.all(background)
  }
  return { ended: loop(), memberChanges: () => memberChanges, restarts: () => restarts }
}
