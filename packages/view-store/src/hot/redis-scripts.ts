// The scripts that run inside Redis, one file each. Their answers are flat lists of bulk strings, which look the same under
// RESP2 and RESP3; bytes stay bytes.
import { readFileSync } from 'node:fs'
import type { Redis } from 'ioredis'

const names = ['apply', 'remove', 'switch', 'unread', 'history', 'warm', 'hidden'] as const
export type ScriptName = (typeof names)[number]

/** Null where the script answers nothing. */
export type RunScript = (
  name: ScriptName,
  keys: readonly string[],
  args: readonly (string | number | Uint8Array)[],
) => Promise<Buffer[] | null>

type ScriptCall = (keyCount: number, ...args: unknown[]) => Promise<Buffer[] | null>

/** Sent by digest, and in full only to a server that does not have the script. */
export function defineScripts(redis: Redis): RunScript {
  for (const name of names) {
    redis.defineCommand(`skein-${name}`, { lua: readFileSync(new URL(`redis/${name}.lua`, import.meta.url), 'utf8') })
  }
  const calls = redis as unknown as Record<string, ScriptCall>
  return (name, keys, args) => calls[`skein-${name}Buffer`]!(keys.length, ...keys, ...args)
}
