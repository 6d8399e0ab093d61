// How Java servers are run here: a bounded heap, and options that trade peak speed against the time to start.

import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'

const run = promisify(execFile)
const runTimeoutMs = 60_000

export interface JavaProgram {
  readonly classPath: string
  /** Classes already parsed and laid out: roughly halves the start. Not there on every machine. */
  readonly classArchive: string
}

export interface JvmTuning {
  readonly heapMaxMb?: number | undefined
  /** Compiles less: up sooner and cheaper for a test, slower under load. Never for a bench. */
  readonly quickStart?: boolean | undefined
  /** Writes a class archive when the program ends. */
  readonly recordClassesTo?: string | undefined
}

export function jvmOptions(program: JavaProgram, options: JvmTuning): string[] {
  const heapMaxMb = options.heapMaxMb ?? 512
  return [
    `-Xmx${heapMaxMb}m`,
    // On few cores and small heaps the serial collector costs a third of the broker's time less than G1 does.
    '-XX:+UseSerialGC',
    ...(options.quickStart
      ? [`-Xms${Math.min(heapMaxMb, 128)}m`, '-XX:TieredStopAtLevel=1']
      : [`-Xms${heapMaxMb}m`, `-Xmn${heapMaxMb / 2}m`]),
    ...classArchiveOptions(program, options.recordClassesTo),
    '-XX:+ExitOnOutOfMemoryError',
    '-Djava.awt.headless=true',
  ]
}

function classArchiveOptions(program: JavaProgram, recordClassesTo: string | undefined): string[] {
  if (recordClassesTo !== undefined) return [`-XX:ArchiveClassesAtExit=${recordClassesTo}`, '-Xlog:disable']
  if (!existsSync(program.classArchive)) return []
  return [`-XX:SharedArchiveFile=${program.classArchive}`, '-Xshare:auto', '-Xlog:disable']
}

export async function runJava(args: readonly string[]): Promise<void> {
  try {
    await run('java', [...args], { timeout: runTimeoutMs })
  } catch (cause) {
    const { stdout = '', stderr = '' } = cause as { stdout?: string; stderr?: string }
    throw new Error(`java failed\n${stdout}${stderr}`, { cause })
  }
}
