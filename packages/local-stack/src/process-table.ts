// Looks at processes by id: what they are, what they started, how much memory they hold. Linux is read from /proc, others through ps.
// A process id alone proves nothing, because ids are used again: compare the command line before a signal is sent to somebody else's child.

import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)
const pageBytes = 4096
const endPollMs = 10

export interface ProcessRow {
  readonly pid: number
  readonly parentPid: number
  readonly zombie: boolean
  readonly rssBytes: number
  readonly command: string
}

export async function describeProcess(pid: number): Promise<ProcessRow | undefined> {
  if (process.platform === 'linux') return readProc(pid)
  return (await listByPs()).find((row) => row.pid === pid)
}

/** True when `pid` is alive and its command line names `marker`, a path that belongs to one server only. */
export async function isRunning(pid: number | undefined, marker: string): Promise<boolean> {
  if (pid === undefined) return false
  const row = await describeProcess(pid)
  return row !== undefined && !row.zombie && row.command.includes(marker)
}

/** The ids of everything below `pid`, nearest first, without `pid` itself. */
export async function descendants(pid: number): Promise<number[]> {
  const rows = await listProcesses()
  const found: number[] = []
  for (let parents = new Set([pid]); parents.size > 0; ) {
    const children = rows.filter((row) => parents.has(row.parentPid)).map((row) => row.pid)
    found.push(...children)
    parents = new Set(children)
  }
  return found
}

/** False when the process is still there at the end of the time. */
export async function waitForEnd(pid: number, timeoutMs: number): Promise<boolean> {
  for (const deadline = performance.now() + timeoutMs; performance.now() < deadline; await delay(endPollMs)) {
    const row = await describeProcess(pid)
    if (row === undefined || row.zombie) return true
  }
  return false
}

/** False when there is no such process. */
export function sendSignal(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(pid, signal)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
    throw error
  }
}

async function listProcesses(): Promise<ProcessRow[]> {
  if (process.platform !== 'linux') return listByPs()
  const names = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const rows = await Promise.all(names.map((name) => readProc(Number(name))))
  return rows.filter((row) => row !== undefined)
}

async function readProc(pid: number): Promise<ProcessRow | undefined> {
  try {
    const [stat, commandLine] = await Promise.all([readFile(`/proc/${pid}/stat`, 'utf8'), readFile(`/proc/${pid}/cmdline`, 'utf8')])
    // The second field is the name in parentheses and may itself contain spaces and parentheses.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return {
      pid,
      zombie: fields[0] === 'Z' || fields[0] === 'X',
      parentPid: Number(fields[1]),
      rssBytes: Number(fields[21]) * pageBytes,
      command: commandLine.replaceAll('\0', ' ').trim(),
    }
  } catch {
    return undefined // gone while we looked
  }
}

async function listByPs(): Promise<ProcessRow[]> {
  const { stdout } = await run('ps', ['-A', '-ww', '-o', 'pid=,ppid=,stat=,rss=,command='], { maxBuffer: 16 << 20 })
  return stdout.split('\n').flatMap((line) => {
    const match = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(\d+)\s+(.*)$/.exec(line)
    if (match === null) return []
    const [, pid, parentPid, state, rssKiB, command] = match
    return [
      {
        pid: Number(pid),
        parentPid: Number(parentPid),
        zombie: state!.startsWith('Z'),
        rssBytes: Number(rssKiB) * 1024,
        command: command!,
      },
    ]
  })
}
