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

export function serverProcess(plan: ServerPlan): ServerHandle {
  const logFile = `${plan.dir}/${plan.name}.log`
  let pid: number | undefined = plan.state.pid
  let exit: string | undefined
  let ours = false

  async function alive(): Promise<boolean> {
    return exit === undefined && (await isRunning(pid, plan.marker))
  }

  async function start(): Promise<void> {
    if (await alive()) return ready()
    await launch()
    await ready()
  }

  async function launch(): Promise<void> {
    exit = undefined
    const log = openSync(logFile, 'a')
    const child = spawn(plan.command, [...plan.args], {
      detached: true,
      stdio: ['ignore', log, log],
      cwd: plan.dir,
      ...(plan.uid === undefined ? {} : { uid: plan.uid, gid: plan.gid }),
    })
    closeSync(log)
    child.unref()
    ours = true
    child.once('exit', (code, signal) => {
      if (child.pid !== undefined) unguard(child.pid)
      if (child.pid === pid) exit = signal ?? `exit code ${code}`
    })
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve)
      child.once('error', (cause) => reject(new Error(`cannot run ${plan.command} for ${plan.name}`, { cause })))
    })
    pid = child.pid
    if (plan.supervised && pid !== undefined) guard(pid)
    await writeServerState(plan.dir, { ...plan.state, pid })
  }

  async function ready(): Promise<void> {
    const deadline = Date.now() + plan.readyTimeoutMs
    for (;;) {
      try {
        return await plan.probe()
      } catch (cause) {
        const ended = !(await alive())
        if (ended) throw new Error(`${plan.name} ended while starting (${exit ?? 'gone'})\n${await logTail()}`, { cause })
        if (Date.now() > deadline)
          throw new Error(`${plan.name} did not answer within ${plan.readyTimeoutMs} ms\n${await logTail()}`, { cause })
        await delay(readyPollMs)
      }
    }
  }

  async function logTail(): Promise<string> {
    const text = await readFile(logFile, 'utf8').catch(() => '')
    return `--- end of ${logFile}\n${text.slice(-logTailBytes)}`
  }

  async function gone(timeoutMs: number): Promise<boolean> {
    const ended = async () => (ours ? exit !== undefined : !(await alive()))
    for (const deadline = Date.now() + timeoutMs; Date.now() < deadline; await delay(exitPollMs)) if (await ended()) return true
    return false
  }

  async function stop(): Promise<void> {
    if (pid === undefined || !(await alive())) return
    await signalAll('SIGCONT')
    sendSignal(pid, plan.stopSignal)
    if (!(await gone(plan.stopTimeoutMs))) await kill('SIGKILL')
  }

  async function kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    if (pid === undefined || !(await alive())) return
    if (signal !== 'SIGKILL') return void sendSignal(pid, signal)
    const below = await signalAll('SIGKILL')
    // A backend that still holds the shared memory of its dead server would keep the next start out.
    const left = await Promise.all(below.map((child) => waitForEnd(child, killTimeoutMs)))
    if (!(await gone(killTimeoutMs)) || left.includes(false)) throw new Error(`${plan.name} (process ${pid}) is still there after SIGKILL`)
  }

  /** The parent first: it must not replace a child that it sees dying. Returns the processes below it. */
  async function signalAll(signal: NodeJS.Signals): Promise<number[]> {
    if (pid === undefined || !(await alive())) return []
    const below = await descendants(pid)
    sendSignal(pid, signal)
    for (const child of below) sendSignal(child, signal)
    return below
  }

  return {
    name: plan.name,
    port: plan.state.port,
    dir: plan.dir,
    logFile,
    get pid() {
      return exit === undefined ? pid : undefined
    },
    start,
    stop,
    kill,
    alive,
    ready,
    answers: () =>
      plan.probe().then(
        () => true,
        () => false,
      ),
    async pause() {
      await signalAll('SIGSTOP')
    },
    async resume() {
      await signalAll('SIGCONT')
    },
    async restart() {
      await stop()
      await start()
    },
    async remove() {
      await stop()
      await deleteServerState(plan.dir)
      for (const dir of [plan.dir, ...(plan.extraDirs ?? [])]) await rm(dir, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
