// How many files a process may open: each connection is one, here and at its gateway.
import { readFileSync } from 'node:fs'
import { ArgumentError } from './arguments.ts'

/** Files besides the connections. */
const filesSpare = 500

/** Throws ArgumentError when this process, and so a gateway, may not hold so many connections. */
export function requireFiles(connections: number): void {
  const needed = connections + filesSpare
  let limits: string
  try {
    limits = readFileSync('/proc/self/limits', 'utf8')
  } catch {
    return
  }
  const allowed = Number(/^Max open files\s+(\d+)/m.exec(limits)?.[1] ?? Infinity)
  if (allowed < needed) {
    throw new ArgumentError(
      `${needed} open files are needed per process and ${allowed} are allowed: run \`ulimit -n ${needed}\` first ` +
        '(where the hard limit is lower too, raise nofile in /etc/security/limits.conf or LimitNOFILE= of the unit)',
    )
  }
}
