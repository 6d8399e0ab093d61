// Takes a share of the time of one core, as any other program would: told to burn by its parent, until told to rest, and ends with it.
import { createHash } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'

/** Large enough to take caches from others, and done within a millisecond. */
const work = Buffer.alloc(256 * 1024)
const share = Number(process.argv[2])
const pauseMs = 10
/** What it was kept from for longer is not made up for. */
const debtMsMax = 200

let burning = false

const usedMs = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

async function burn(): Promise<void> {
  let [due, last] = [usedMs(), performance.now()]
  while (burning) {
    const now = performance.now()
    due = Math.min(due + share * (now - last), usedMs() + debtMsMax)
    last = now
    while (usedMs() < due) createHash('sha256').update(work).digest()
    await delay(share < 1 ? pauseMs : 0)
  }
}

process.on('message', (what) => {
  if (burning === (what === 'burn')) return
  burning = what === 'burn'
  if (burning) void burn()
})
process.on('disconnect', () => process.exit(0))
