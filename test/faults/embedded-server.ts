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
import type { Ready } from '@skein/server'
import { type OwnPorts, ownPorts } from '../load/own-ports.ts'

const program = fileURLToPath(new URL('../../packages/server/src/main.ts', import.meta.url))
const readyMsMax = 60_000
const logTailChars = 2_000

export class EmbeddedServer {
  readonly dir: string
  readonly operatorKey = randomBytes(32).toString('base64url')
  readonly #env: Readonly<Record<string, string>>
  readonly #logFile: string
  #child!: ChildProcess
  #ready!: Ready

  /** `env` has more of its variables. */
  static async start(env: Readonly<Record<string, string>> = {}): Promise<EmbeddedServer> {
    const server = new EmbeddedServer({ ...env, ...(await ownPorts()) })
    try {
      await server.start()
      return server
    } catch (error) {
      await server.remove()
      throw error
    }
  }

  private constructor(env: OwnPorts) {
    this.dir = mkdtempSync(join(tmpdir(), 'skein-embedded-'))
    this.#logFile = join(this.dir, 'server.log')
    this.#env = {
      PATH: '/usr/bin:/bin',
      SKEIN_DATA_DIR: this.dataDir,
      SKEIN_TOKEN_SECRET: randomBytes(32).toString('base64url'),
      SKEIN_OPERATOR_KEY: this.operatorKey,
      SKEIN_REGISTRATIONS_BURST: '100000',
      ...env,
    }
  }

  get dataDir(): string {
    return join(this.dir, 'data')
  }

  get ready(): Ready {
    return this.#ready
  }

  get process(): ChildProcess {
    return this.#child
  }

  /** Starts it again after it has ended. */
  async start(): Promise<void> {
    const child = this.#run(['start'])
    this.#child = child
    const lines = createInterface({ input: child.stdout! })
    const timer = setTimeout(() => child.kill('SIGKILL'), readyMsMax)
    try {
      const line = await Promise.race([once(lines, 'line').then(([text]) => text as string), once(child, 'exit').then(() => undefined)])
      if (line === undefined)
        throw new Error(`the server ended before it was ready\n${readFileSync(this.#logFile, 'utf8').slice(-logTailChars)}`)
      this.#ready = JSON.parse(line) as Ready
    } finally {
      clearTimeout(timer)
    }
  }

  /** Ends it by a signal, and returns when it is gone. */
  async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }

  /** Runs another command of the program on the same data; answers its exit code and what it printed. */
  async command(...args: string[]): Promise<{ readonly code: number | null; readonly output: string }> {
    const command = this.#run(args)
    let output = ''
    command.stdout!.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
    const [code] = (await once(command, 'close')) as [number | null]
    return { code, output }
  }

  async remove(): Promise<void> {
    await this.end('SIGKILL')
    await rm(this.dir, { recursive: true, force: true })
  }

  #run(args: readonly string[]): ChildProcess {
    const log = openSync(this.#logFile, 'a')
    const child = spawn(process.execPath, [program, ...args, '--json'], { env: this.#env, stdio: ['ignore', 'pipe', log] })
    closeSync(log)
    return child
  }
}
