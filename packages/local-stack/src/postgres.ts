// One PostgreSQL cluster of our own, made by initdb: it listens on 127.0.0.1 only, wants a generated password, and waits for the disk at
// every commit. PostgreSQL refuses to run as root; then it runs as the system's `postgres` user.

import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { appendFile, chmod, chown, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname } from 'node:path'
import pg from 'pg'
import { installServers } from './install.ts'
import { type LocalStackLog, silent } from './log.ts'
import { repositoryDir, serversHome } from './paths.ts'
import { runProgram } from './run-program.ts'
import { type ServerHandle, ServerProcess } from './server-process.ts'
import { claimServerState } from './server-state.ts'

const readyTimeoutMs = 60_000
const stopTimeoutMs = 20_000
const connectTimeoutMs = 2_000
const user = 'skein'
const database = 'skein'

// A killed server repeats what was written since its last checkpoint: of one minute instead of five a fifth, for a quarter more of
// write-ahead log. Before that it asks the disk for every file of its data, one by one; a file system can be asked once, on Linux. The views
// stand still meanwhile: `docs/operating/runbook.md` has how long. infra/compose.yaml says the same.
const settings = `
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 200
shared_buffers = 256MB
max_wal_size = 2GB
checkpoint_timeout = 1min
${process.platform === 'linux' ? 'recovery_init_sync_method = syncfs' : ''}
jit = off
checkpoint_completion_target = 0.9
random_page_cost = 1.1
log_min_duration_statement = 1000
timezone = 'UTC'
`

export interface PostgresOptions {
  readonly dir: string
  readonly port?: number | undefined
  readonly preferredPort?: number | undefined
  /** Lines of postgresql.conf by name; they win over the defaults. */
  readonly settings?: Readonly<Record<string, string | number>> | undefined
  readonly supervised?: boolean | undefined
  readonly home?: string | undefined
  readonly log?: LocalStackLog | undefined
}

export interface PostgresHandle extends ServerHandle {
  /** `postgres://user:password@127.0.0.1:port/skein`, a superuser of this cluster. */
  readonly connectionString: string
  readonly password: string
  /** The cluster's files: `dir/data`, or elsewhere when the server's user may not pass through `dir`. */
  readonly dataDir: string
}

interface Owner {
  readonly uid: number
  readonly gid: number
}

export async function startPostgres(options: PostgresOptions): Promise<PostgresHandle> {
  const handle = await preparePostgres(options)
  await handle.start()
  return handle
}

export async function preparePostgres(options: PostgresOptions): Promise<PostgresHandle> {
  const { postgresBin } = await installServers({ home: options.home ?? serversHome, only: ['postgres'], log: options.log ?? silent })
  const state = await claimServerState(options.dir, { port: options.port, preferredPort: options.preferredPort, password: true })
  const owner = process.getuid?.() === 0 ? await postgresUser() : undefined
  const dataDir = owner === undefined ? `${options.dir}/data` : await passableDataDir(options.dir)
  if (!existsSync(`${dataDir}/skein.conf`)) await createCluster(postgresBin, dataDir, state.password!, owner)
  if (options.settings !== undefined) await writeOverrides(dataDir, options.settings, owner)
  const connectionString = connectionTo(state.port, state.password!, database)
  const control = new ServerProcess({
    name: 'postgres',
    dir: options.dir,
    state,
    command: `${postgresBin}/postgres`,
    args: ['-D', dataDir, '-p', String(state.port)],
    ...owner,
    marker: `-D ${dataDir} `,
    stopSignal: 'SIGINT', // ends sessions; SIGTERM would wait for clients to leave
    stopTimeoutMs,
    readyTimeoutMs,
    probe: async () => {
      await createDatabase(state.port, state.password!)
      await query(connectionString, 'select 1')
    },
    extraDirs: [dataDir],
    supervised: options.supervised ?? true,
  })
  return Object.assign(control, { connectionString, password: state.password!, dataDir })
}

/** `skein.conf` is written last: a cluster without it is a half-made one and is made again. */
async function createCluster(bin: string, dataDir: string, password: string, owner: Owner | undefined): Promise<void> {
  await rm(dataDir, { recursive: true, force: true })
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const passwordFile = `${dataDir}.password`
  await writeFile(passwordFile, password, { mode: 0o600 })
  if (owner !== undefined) for (const path of [dataDir, passwordFile]) await chown(path, owner.uid, owner.gid)
  try {
    const args = [
      '-D',
      dataDir,
      '-U',
      user,
      '-A',
      'scram-sha-256',
      `--pwfile=${passwordFile}`,
      '-E',
      'UTF8',
      '--locale=C',
      '--no-instructions',
    ]
    await runProgram(`${bin}/initdb`, args, { cwd: '/', ...owner })
  } finally {
    await rm(passwordFile, { force: true })
  }
  await appendFile(`${dataDir}/postgresql.conf`, "\ninclude = 'skein.conf'\ninclude_if_exists = 'override.conf'\n")
  await writeFile(`${dataDir}/skein.conf`, settings, { mode: 0o644 })
}

async function writeOverrides(
  dataDir: string,
  overrides: Readonly<Record<string, string | number>>,
  owner: Owner | undefined,
): Promise<void> {
  const lines = Object.entries(overrides).map(([name, value]) => `${name} = '${String(value).replaceAll("'", "''")}'\n`)
  await writeFile(`${dataDir}/override.conf`, lines.join(''), { mode: 0o600 })
  if (owner !== undefined) await chown(`${dataDir}/override.conf`, owner.uid, owner.gid)
}

async function createDatabase(port: number, password: string): Promise<void> {
  try {
    await query(connectionTo(port, password, 'postgres'), `create database ${database}`)
  } catch (error) {
    if ((error as { code?: string }).code !== '42P04') throw error // it exists
  }
}

async function query(connectionString: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: connectTimeoutMs, query_timeout: readyTimeoutMs })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query(text)
  } finally {
    await client.end()
  }
}

function connectionTo(port: number, password: string, name: string): string {
  return `postgres://${user}:${password}@127.0.0.1:${port}/${name}`
}

async function postgresUser(): Promise<Owner> {
  const line = (await readFile('/etc/passwd', 'utf8')).split('\n').find((row) => row.startsWith('postgres:'))
  if (line === undefined) throw new Error('PostgreSQL does not run as root and there is no user `postgres` to run it as')
  const [, , uid, gid] = line.split(':')
  return { uid: Number(uid), gid: Number(gid) }
}

/** Opens `dir` and temporary directories above it for passing through (not for reading); never a home directory. */
async function passableDataDir(dir: string): Promise<string> {
  for (let path = dir; path !== dirname(path); path = dirname(path)) {
    const { mode, uid } = await stat(path)
    if ((mode & 0o001) !== 0) continue
    const ours = path.startsWith(`${tmpdir()}/`) || path.startsWith(`${repositoryDir}/.skein`)
    if (uid !== process.getuid?.() || !ours) return `/var/tmp/skein-postgres-${createHash('sha256').update(dir).digest('hex').slice(0, 16)}`
    await chmod(path, (mode & 0o777) | 0o001)
  }
  return `${dir}/data`
}
