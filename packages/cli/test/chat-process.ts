// The `skein` command for tests: as a process that reads lines from a pipe, in this process at a terminal, and as a job of a shell on a real
// one; and the deployment that it talks to.
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

/** An API with gateways behind it, which can be told to misbehave. */
export async function misbehaving(t: TestContext) {
  const child = spawn(process.execPath, [fakeServer], { stdio: ['pipe', 'pipe', 'inherit'] })
  t.after(() => child.stdin.end())
  const said = async () => String((await once(child.stdout, 'data'))[0]).trim()
  const api = await said()
  const tell = async (name: 'silent' | 'refuseAWhile') => {
    child.stdin.write(`${name}\n`)
    await said()
  }
  /** Until the end of the test: its sockets stay open, and nothing answers. */
  const freeze = () => {
    child.kill('SIGSTOP')
    t.after(() => child.kill('SIGCONT'))
  }
  return { api, tell, freeze }
}

/** Address of an API with gateways behind it. */
export const deployment = async (t: TestContext): Promise<string> => (await misbehaving(t)).api

export async function until(condition: () => boolean, what: string | (() => string)): Promise<void> {
  const deadline = performance.now() + 30_000
  while (!condition()) {
    if (performance.now() > deadline) throw new Error(`not in time: ${typeof what === 'string' ? what : what()}`)
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

const terminalProgram = fileURLToPath(new URL('./terminal.py', import.meta.url))

const interactive = { bash: ['bash', '--norc', '--noprofile', '-i'], sh: ['sh', '-i'] } as const

/** A shell on a terminal of its own; `shown` is all that stands there, without what moves the cursor. */
export function shell(t: TestContext, kind: keyof typeof interactive = 'bash') {
  const env = { ...process.env, PS1: '$ ', TERM: 'vt100', HISTFILE: '', SKEIN_PASSWORD: 'secret', LC_ALL: 'C' }
  const child = spawn('python3', [terminalProgram, ...interactive[kind]], { env, stdio: ['pipe', 'pipe', 'inherit'] })
  t.after(() => child.kill('SIGKILL'))
  let shown = ''
  child.stdout.on('data', (piece) => {
    shown += stripVTControlCharacters(String(piece))
  })
  return {
    type: (text: string) => child.stdin.write(text),
    shown: () => shown,
    shows: (text: string | RegExp) =>
      until(
        () => (typeof text === 'string' ? shown.includes(text) : text.test(shown)),
        () => `${text} in\n${shown}`,
      ),
    /** Starts a chat by way of another program, as npx does, which prints its code when it has ended. */
    chat: (args: readonly string[]) => {
      const command = [process.execPath, entry, 'chat', ...args].map((word) => `'${word}'`).join(' ')
      child.stdin.write(`sh -c "${command}; echo code=\\$?"\r`)
    },
  }
}
