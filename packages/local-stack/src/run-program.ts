// Runs a program to its end and, when it fails, says what it printed.

import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)
const outputBytesMax = 16 << 20
const shownBytes = 4_000

export interface RunOptions {
  readonly timeoutMs?: number | undefined
  readonly cwd?: string | undefined
  readonly uid?: number | undefined
  readonly gid?: number | undefined
  /** Added to the environment of this process. */
  readonly env?: Readonly<Record<string, string>> | undefined
}

/** What it wrote to standard output. */
export async function runProgram(command: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  const settings = Object.entries(options.env ?? {}).map(([name, value]) => `${name}=${value}`)
  const [file, argv] = settings.length > 0 ? ['env', [...settings, command, ...args]] : [command, [...args]]
  try {
    const { stdout } = await run(file, argv, {
      timeout: options.timeoutMs ?? 60_000,
      maxBuffer: outputBytesMax,
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.gid }),
    })
    return stdout
  } catch (cause) {
    const { code, stdout = '', stderr = '' } = cause as { code?: unknown; stdout?: string; stderr?: string }
    throw new Error(`${command} ${args.slice(0, 4).join(' ')} failed (${String(code)})\n${`${stdout}${stderr}`.slice(-shownBytes)}`, {
      cause,
    })
  }
}
