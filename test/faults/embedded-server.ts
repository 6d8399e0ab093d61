// The whole product in one process on embedded parts, on a data directory and ports that outlive it: killed, it can be
// started again in the same place.
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { closeSync, mkdtempSync, openSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { freePort } from '@skein/local-stack'
import type { Ready } from '@skein/server'

const program = fileURLToPath(new URL('../../packages/server/src/main.ts', import.meta.url))
const readyMsMax = 60_000
const logTailChars = 2_000

export interface EmbeddedServer {
  readonly dir: string
  readonly ready: Ready
  readonly process: ChildProcess
  /** Ends it by a signal, and returns when it is gone. */
  end(signal: NodeJS.Signals): Promise<void>
  /** Starts it again after it has ended. */
  start(): Promise<void>
  /** Runs another command of the program on the same data; answers its exit code and what it printed. */
  command(...args: string[]): Promise<{ readonly code: number | null; readonly output: string }>
  remove(): Promise<void>
}

export async function startEmbeddedServer(): Promise<EmbeddedServer> {
  const dir = mkdtempSync(join(tmpdir(), 'skein-embedded-'))
  const logFile = join(dir, 'server.log')
  const env = {
    PATH: '/usr/bin:/bin',
    SKEIN_DATA_DIR: join(dir, 'data'),
    SKEIN_TOKEN_SECRET: randomBytes(32).toString('base64url'),
    SKEIN_API_PORT: String(await freePort()),
    SKEIN_WS_PORT: String(await freePort()),
    SKEIN_TCP_PORT: String(await freePort()),
    SKEIN_REGISTRATIONS_BURST: '100000',
  }
  const run = (args: readonly string[]) => {
    const log = openSync(logFile, 'a')
    const child = spawn(process.execPath, [program, ...args, '--json'], {
      env,
      stdio: ['ignore', 'pipe', log],
    })
    closeSync(log)
    return child
  }
  let child!: ChildProcess
  let ready!: Ready

  async function start(): Promise<void> {
    child = run(['start'])
    const lines = createInterface({ input: child.stdout! })
    const timer = setTimeout(() => child.kill('SIGKILL'), readyMsMax)
    try {
      const line = await Promise.race([once(lines, 'line').then(([text]) => text as string), once(child, 'exit').then(() => undefined)])
      if (line === undefined) throw new Error(`the server ended before it was ready\n${readFileSync(logFile, 'utf8').slice(-logTailChars)}`)
      ready = JSON.parse(line) as Ready
    } finally {
      clearTimeout(timer)
    }
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }

  const remove = async () => {
    await end('SIGKILL')
    await rm(dir, { recursive: true, force: true })
  }
  try {
    await start()
  } catch (error) {
    await remove()
    throw error
  }
  return {
    dir,
    get ready() {
      return ready
    },
    get process() {
      return child
    },
    end,
    start,
    async command(...args) {
      const command = run(args)
      let output = ''
      command.stdout!.setEncoding('utf8').on('data', (text: string) => {
        output += text
      })
      const [code] = (await once(command, 'close')) as [number | null]
      return { code, output }
    },
    remove,
  }
}
