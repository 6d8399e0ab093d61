// Programs that tests start and talk to: what they print is JSON, a line at a time.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'

/** The `skein` command, for `process.execPath`. */
export const skeinCommand = fileURLToPath(new URL('../../packages/cli/bin/skein.js', import.meta.url))

export interface Program {
  readonly child: ChildProcessWithoutNullStreams
  readonly lines: Record<string, unknown>[]
  type(line: string): void
  /** Its exit code. */
  end(): Promise<number | null>
  errors(): string
}

export function run(t: TestContext, program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Program {
  const child = spawn(program, args, { env: { ...process.env, ...env } })
  const ended = once(child, 'close').then(([code]) => code as number | null)
  t.after(() => child.kill('SIGKILL'))
  const lines: Record<string, unknown>[] = []
  let rest = ''
  let errors = ''
  child.stdout.on('data', (piece) => {
    const parts = (rest + piece).split('\n')
    rest = parts.pop()!
    for (const line of parts) lines.push(JSON.parse(line) as Record<string, unknown>)
  })
  child.stderr.on('data', (piece) => (errors += piece))
  return {
    child,
    lines,
    type: (line) => void child.stdin.write(`${line}\n`),
    end: () => {
      child.stdin.end()
      return ended
    },
    errors: () => errors,
  }
}
