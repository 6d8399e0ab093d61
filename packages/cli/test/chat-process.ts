// The `skein` command for tests: as a process that reads lines from a pipe, and in this process at a terminal; and the deployment that it
// talks to.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import type { TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { type Client, callApi, createClient } from '@skein/client'
import { main, type Surroundings } from '../src/index.ts'

const entry = fileURLToPath(new URL('../bin/skein.js', import.meta.url))
const fakeServer = fileURLToPath(new URL('../../client/test/fake-server.ts', import.meta.url))

/** Address of an API with gateways behind it. */
export async function deployment(t: TestContext): Promise<string> {
  const child = spawn(process.execPath, [fakeServer], { stdio: ['pipe', 'pipe', 'inherit'] })
  t.after(() => child.stdin.end())
  const [line] = await once(child.stdout, 'data')
  return String(line).trim()
}

export async function until(condition: () => boolean, what: string): Promise<void> {
  const deadline = Date.now() + 10_000
  while (!condition()) {
    if (Date.now() > deadline) throw new Error(`not in time: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

export function skein(t: TestContext, args: string[], nodeArgs: string[] = []) {
  const child: ChildProcessWithoutNullStreams = spawn(process.execPath, [...nodeArgs, entry, ...args])
  t.after(() => child.kill())
  const out = { text: '', errors: '', code: null as number | null }
  child.stdout.on('data', (piece) => (out.text += piece))
  child.stderr.on('data', (piece) => (out.errors += piece))
  const ended = new Promise<void>((resolve) =>
    child.on('close', (code) => {
      out.code = code
      resolve()
    }),
  )
  const lines = () =>
    out.text
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as Record<string, unknown>)
  return { child, out, ended, lines, type: (line: string) => child.stdin.write(`${line}\n`) }
}

/** A registered user who is connected by the SDK. */
export async function personAt(t: TestContext, api: string, userName: string): Promise<Client> {
  const credentials = { userName, password: 'secret' }
  await callApi(`${api}/v1/demo/users`, { method: 'POST', body: credentials })
  const client = createClient({ apiUrl: api, appId: 'demo', credentials, deviceId: 'phone' })
  t.after(() => client.close())
  await client.connect()
  return client
}

/** A chat at a terminal; `shown` is all it has printed, without what moves the cursor. */
export function chatAtTerminal(t: TestContext, api: string, args: readonly string[]) {
  const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => stdin })
  const stdout = Object.assign(new PassThrough(), { isTTY: true, columns: 80 })
  t.after(() => stdin.end())
  let shown = ''
  stdout.on('data', (piece) => {
    shown += stripVTControlCharacters(String(piece))
  })
  const argv = ['node', 'skein', 'chat', '--api', api, '--password', 'secret', ...args]
  const surroundings = { argv, env: {}, stdin, stdout, stderr: new PassThrough() } as unknown as Surroundings
  const done = main(surroundings)
  /** One key after another: a tab in a pasted piece completes nothing. */
  const type = (text: string) => {
    for (const key of text) stdin.write(key)
  }
  return { type, shown: () => shown, done, surroundings }
}
