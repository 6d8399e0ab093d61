// `stack.json`: what `make up` started, for the programs that use it: endpoints with their generated secrets, ports, process ids.
// Readable by its owner only. The kind of stack, Docker or native, is chosen at the first `up` and kept, so that data is never in two places.

import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { stackDir } from './paths.ts'
import { makePrivate } from './private-files.ts'
import { writePrivateFile } from './server-state.ts'
import type { Stack } from './stack.ts'

export interface StackEndpoints {
  readonly kind: 'native' | 'docker'
  readonly kafka: { readonly bootstrap: string; readonly port: number; readonly pid?: number | undefined }
  readonly registry: { readonly url: string; readonly port: number; readonly pid?: number | undefined }
  readonly postgres: { readonly connectionString: string; readonly port: number; readonly pid?: number | undefined }
  readonly redis: { readonly url: string; readonly port: number; readonly pid?: number | undefined }
}

/** Undefined when `up` has never run in `dir`. Says nothing about whether the servers are up. */
export async function readStackFile(dir: string = stackDir): Promise<StackEndpoints | undefined> {
  try {
    return JSON.parse(await readFile(`${dir}/stack.json`, 'utf8')) as StackEndpoints
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new Error(`${dir}/stack.json is not readable`, { cause: error })
  }
}

export async function writeStackFile(dir: string, endpoints: StackEndpoints): Promise<void> {
  await writePrivateFile(`${dir}/stack.json`, `${JSON.stringify(endpoints, null, 2)}\n`)
}

/** Closes what is in the directory to other users; answers what was open to them. */
export function closeStackDirectory(dir: string): readonly string[] {
  const entriesOf = (path: string, left: string) =>
    readdirSync(path)
      .filter((name) => name !== left)
      .map((name) => `${path}/${name}`)
  // Where root says `up`, PostgreSQL is another user, who must come through to its data, which initdb has closed.
  const postgres = readdirSync(dir).includes('postgres') ? entriesOf(`${dir}/postgres`, 'data') : []
  return makePrivate([...entriesOf(dir, 'postgres'), ...postgres])
}

export function nativeEndpoints(stack: Stack): StackEndpoints {
  const { kafka, registry, postgres, redis } = stack
  return {
    kind: 'native',
    kafka: { bootstrap: kafka.bootstrap, port: kafka.port, pid: kafka.pid },
    registry: { url: registry.url, port: registry.port, pid: registry.pid },
    postgres: { connectionString: postgres.connectionString, port: postgres.port, pid: postgres.pid },
    redis: { url: redis.url, port: redis.port, pid: redis.pid },
  }
}
