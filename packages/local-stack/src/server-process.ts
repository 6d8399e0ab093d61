// The life cycle of one server process: start, wait until it answers, stop, kill, freeze, start again on the same data and port.
// The process leads its own process group and writes into one log file. What must survive a restart of the starter (port, secrets, process
// id) is in `server.json` beside the data, so that another process can take the server over and never signals a stranger's process.

import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { guard, unguard } from './guardian.ts'
import { descendants, isRunning, sendSignal, waitForEnd } from './process-table.ts'
import { deleteServerState, type ServerState, writeServerState } from './server-state.ts'

const readyPollMs = 50
const exitPollMs = 25
const killTimeoutMs = 10_000
const logTailBytes = 4_000

export interface ServerHandle {
  readonly name: string
  /** Undefined while the server is down. Changes with every start. */
  readonly pid: number | undefined
  readonly port: number
  readonly dir: string
  readonly logFile: string
  /** Starts it again after stop() or kill(), on the same data and port, and waits until it answers. */
  start(): Promise<void>
  /** Ends it in its own clean way; killed when that takes longer than its deadline. */
  stop(): Promise<void>
  /** Sends the signal; for SIGKILL all of its processes are meant, and it returns when they are gone. */
  kill(signal?: NodeJS.Signals): Promise<void>
  /** Freezes all of its processes (SIGSTOP): connections stay open, nothing answers. */
  pause(): Promise<void>
  resume(): Promise<void>
  restart(): Promise<void>
  /** True when the process is there; says nothing about whether it answers. */
  alive(): Promise<boolean>
  /** One try. */
  answers(): Promise<boolean>
  /** Resolves when it answers. */
  ready(): Promise<void>
  /** Stops it and deletes its data. */
  remove(): Promise<void>
}

export interface ServerPlan {
  readonly name: string
  readonly dir: string
  readonly state: ServerState
  readonly command: string
  readonly args: readonly string[]
  readonly uid?: number | undefined
  readonly gid?: number | undefined
  /** A path on the command line of this server and of no other process. */
  readonly marker: string
  readonly stopSignal: NodeJS.Signals
  readonly stopTimeoutMs: number
  readonly readyTimeoutMs: number
  /** Throws until the server answers. */
  probe(): Promise<void>
  /** Directories to delete with the server besides `dir`. */
  readonly extraDirs?: readonly string[]
  /** False: the server outlives the process that started it. */
  readonly supervised: boolean
}

export class ServerProcess implements ServerHandle {
  readonly name: string
  readonly port: number
  readonly dir: string
  readonly logFile: string
  readonly #plan: ServerPlan
  #pid: number | undefined
  #exit: string | undefined
  /** Started here, not taken over. */
  #ours = false

  constructor(plan: ServerPlan) {
    this.name = plan.name
    this.port = plan.state.port
    this.dir = plan.dir
    this.logFile = `${plan.dir}/${plan.name}.log`
    this.#plan = plan
    this.#pid = plan.state.pid
  }

  get pid(): number | undefined {
    return this.#exit === undefined ? this.#pid : undefined
  }

  async alive(): Promise<boolean> {
    return this.#exit === undefined && (await isRunning(this.#pid, this.#plan.marker))
  }

  answers(): Promise<boolean> {
    return this.#plan.probe().then(
      () => true,
      () => false,
    )
  }

  async start(): Promise<void> {
    if (await this.alive()) return this.ready()
    await this.#launch()
    await this.ready()
  }

  async ready(): Promise<void> {
    const { probe, readyTimeoutMs } = this.#plan
    const deadline = performance.now() + readyTimeoutMs
    for (;;) {
      try {
        return await probe()
      } catch (cause) {
        const ended = !(await this.alive())
        if (ended) throw new Error(`${this.name} ended while starting (${this.#exit ?? 'gone'})\n${await this.#logTail()}`, { cause })
        if (performance.now() > deadline)
          throw new Error(`${this.name} did not answer within ${readyTimeoutMs} ms\n${await this.#logTail()}`, { cause })
        await delay(readyPollMs)
      }
    }
  }

  async stop(): Promise<void> {
    if (this.#pid === undefined || !(await this.alive())) return
    await this.#signalAll('SIGCONT')
    sendSignal(this.#pid, this.#plan.stopSignal)
    if (!(await this.#gone(this.#plan.stopTimeoutMs))) await this.kill('SIGKILL')
  }

  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    if (this.#pid === undefined || !(await this.alive())) return
    if (signal !== 'SIGKILL') return void sendSignal(this.#pid, signal)
    const below = await this.#signalAll('SIGKILL')
    // A backend that still holds the shared memory of its dead server would keep the next start out.
    const left = await Promise.all(below.map((child) => waitForEnd(child, killTimeoutMs)))
    if (!(await this.#gone(killTimeoutMs)) || left.includes(false))
      throw new Error(`${this.name} (process ${this.#pid}) is still there after SIGKILL`)
  }

  async pause(): Promise<void> {
    await this.#signalAll('SIGSTOP')
  }

  async resume(): Promise<void> {
    await this.#signalAll('SIGCONT')
  }

  async restart(): Promise<void> {
    await this.stop()
    await this.start()
  }

  async remove(): Promise<void> {
    await this.stop()
    await deleteServerState(this.dir)
    for (const dir of [this.dir, ...(this.#plan.extraDirs ?? [])]) await rm(dir, { recursive: true, force: true, maxRetries: 5 })
  }

  async #launch(): Promise<void> {
    const { command, args, uid, gid, state, supervised } = this.#plan
    this.#exit = undefined
    const log = openSync(this.logFile, 'a', 0o600)
    const child = spawn(command, [...args], {
      detached: true,
      stdio: ['ignore', log, log],
      cwd: this.dir,
      ...(uid === undefined ? {} : { uid, gid }),
    })
    closeSync(log)
    child.unref()
    this.#ours = true
    child.once('exit', (code, signal) => {
      if (child.pid !== undefined) unguard(child.pid)
      if (child.pid === this.#pid) this.#exit = signal ?? `exit code ${code}`
    })
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve)
      child.once('error', (cause) => reject(new Error(`cannot run ${command} for ${this.name}`, { cause })))
    })
    this.#pid = child.pid
    if (supervised && this.#pid !== undefined) guard(this.#pid)
    await writeServerState(this.dir, { ...state, pid: this.#pid })
  }

  async #logTail(): Promise<string> {
    const text = await readFile(this.logFile, 'utf8').catch(() => '')
    return `--- end of ${this.logFile}\n${text.slice(-logTailBytes)}`
  }

  async #gone(timeoutMs: number): Promise<boolean> {
    const ended = async () => (this.#ours ? this.#exit !== undefined : !(await this.alive()))
    for (const deadline = performance.now() + timeoutMs; performance.now() < deadline; await delay(exitPollMs))
      if (await ended()) return true
    return false
  }

  /** The parent first: it must not replace a child that it sees dying. Returns the processes below it. */
  async #signalAll(signal: NodeJS.Signals): Promise<number[]> {
    if (this.#pid === undefined || !(await this.alive())) return []
    const below = await descendants(this.#pid)
    sendSignal(this.#pid, signal)
    for (const child of below) sendSignal(child, signal)
    return below
  }
}
