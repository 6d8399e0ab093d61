// What a server must find again at its next start: ports, generated secrets, the id of its process. One file `server.json` in the server's
// directory, readable by its owner only, replaced as a whole.

import { randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { freePort } from './free-port.ts'

export interface ServerState {
  readonly port: number
  /** Kafka only: where its controller listens. */
  readonly controllerPort?: number | undefined
  /** PostgreSQL and Redis only. */
  readonly password?: string | undefined
  readonly pid?: number | undefined
}

export async function readServerState(dir: string): Promise<ServerState | undefined> {
  try {
    return JSON.parse(await readFile(`${dir}/server.json`, 'utf8')) as ServerState
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new Error(`${dir}/server.json is not readable`, { cause: error })
  }
}

/** The state of an earlier start, else a new one. An explicit port wins over both. */
export async function claimServerState(
  dir: string,
  wanted: { port?: number | undefined; preferredPort?: number | undefined; controller?: boolean; password?: boolean },
): Promise<ServerState> {
  await mkdir(dir, { recursive: true, mode: 0o700 })
  const known = await readServerState(dir)
  const port = wanted.port ?? known?.port ?? (await freePort(wanted.preferredPort))
  const state: ServerState = {
    port,
    ...(wanted.controller ? { controllerPort: known?.controllerPort ?? (await freePort()) } : {}),
    ...(wanted.password ? { password: known?.password ?? randomBytes(18).toString('base64url') } : {}),
    pid: known?.pid,
  }
  // Unchanged is left alone: another process may be starting this server and about to write its process id.
  if (JSON.stringify(state) !== JSON.stringify(known)) await writeServerState(dir, state)
  return state
}

export async function writeServerState(dir: string, state: ServerState): Promise<void> {
  await writePrivateFile(`${dir}/server.json`, `${JSON.stringify(state, null, 2)}\n`)
}

export async function deleteServerState(dir: string): Promise<void> {
  await rm(`${dir}/server.json`, { force: true })
}

/** Replaces the file in one step and lets nobody else read it. */
export async function writePrivateFile(path: string, text: string): Promise<void> {
  const incoming = `${path}.${process.pid}`
  await writeFile(incoming, text, { mode: 0o600 })
  await chmod(incoming, 0o600)
  await rename(incoming, path)
}
