// Makes sure that child servers die with the process that started them, however it ends. A tiny shell holds the other end of a pipe: when
// the pipe closes, the owner is gone (kill -9 included), and the shell kills what was left. No signal handler is needed, so programs that
// start servers keep their own way of answering SIGINT and SIGTERM. A normal exit kills the children at once.

import { type ChildProcess, spawn } from 'node:child_process'

const script = `
trap '' INT TERM HUP
pids=' '
while read -r op pid; do
  case "$op" in
    +) pids="$pids$pid " ;;
    -) before="\${pids%% $pid *}"; after="\${pids#* $pid }"; [ "$pids" = "$before" ] || pids="$before $after" ;;
  esac
done
for pid in $pids; do kill -s KILL -- "-$pid" 2>/dev/null; done
`

let shell: ChildProcess | undefined
const guarded = new Set<number>()

/** `pid` must lead its own process group. */
export function guard(pid: number): void {
  if (shell === undefined) shell = startShell()
  guarded.add(pid)
  shell.stdin?.write(`+ ${pid}\n`)
}

/** To be called as soon as the process has ended, before its id can belong to somebody else. */
export function unguard(pid: number): void {
  if (guarded.delete(pid)) shell?.stdin?.write(`- ${pid}\n`)
}

function startShell(): ChildProcess {
  const child = spawn('/bin/sh', ['-c', script], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] })
  child.on('error', () => {})
  child.stdin?.on('error', () => {})
  child.unref()
  ;(child.stdin as unknown as { unref?: () => void } | null)?.unref?.()
  process.once('exit', () => {
    for (const pid of guarded) {
      try {
        process.kill(-pid, 'SIGKILL')
      } catch {
        // already gone
      }
    }
  })
  return child
}
