// A lock file that holds the id of the process at work. A lock whose process is gone is taken over. It saves double work only: whoever
// holds it must still be correct when somebody else does the same at the same time.

import { open, readFile, rm } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { sendSignal } from './process-table.ts'

const pollMs = 200
const waitTimeoutMs = 900_000

export async function installLock(path: string): Promise<AsyncDisposable> {
  for (const deadline = performance.now() + waitTimeoutMs; ; await delay(pollMs)) {
    if (await tryLock(path)) return { [Symbol.asyncDispose]: () => rm(path, { force: true }) }
    if (performance.now() > deadline)
      throw new Error(`${path} is held for more than ${waitTimeoutMs} ms: delete it if nothing is being installed`)
    const owner = Number(await readFile(path, 'utf8').catch(() => ''))
    if (owner > 0 && !ownerLives(owner)) await rm(path, { force: true })
  }
}

async function tryLock(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx')
    await file.writeFile(String(process.pid))
    await file.close()
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function ownerLives(pid: number): boolean {
  try {
    return sendSignal(pid, 0)
  } catch {
    return true // somebody else's process
  }
}
