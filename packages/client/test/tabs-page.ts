// A browser with pages of this SDK, driven by its DevTools protocol over a WebSocket: nothing is installed for it. Null where this machine
// has no Chromium.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { eventually } from '@skein/testing'
import { browserBundle } from '../build/build.ts'

const names = ['chromium', 'chromium-browser', 'google-chrome']
const startTimeoutMs = 30_000

interface Answer {
  readonly id?: number
  readonly sessionId?: string
  readonly result?: Record<string, never>
  readonly error?: { readonly message: string }
}

interface Evaluated {
  readonly result: { readonly value?: unknown }
}

export interface Tab {
  /** What an async function body gives, in the page. */
  run(body: string): Promise<unknown>
  close(): Promise<void>
}

/** Opens tabs of one origin, which share what the browser keeps. */
export async function browserOf(t: TestContext): Promise<(() => Promise<Tab>) | null> {
  const program = names.find((name) => spawnSync(name, ['--version']).status === 0)
  if (program === undefined) return null
  const bundle = await browserBundle()
  const server = createServer((request, response) => {
    const isScript = request.url === '/skein.js'
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html')
    response.end(isScript ? bundle : '<!doctype html><title>tab</title>')
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  t.after(() => server.close())
  const profile = await mkdtemp(join(tmpdir(), 'skein-browser-'))
  const flags = ['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', `--user-data-dir=${profile}`]
  const browser = spawn(program, [...flags, '--remote-debugging-port=0', 'about:blank'], { stdio: ['ignore', 'ignore', 'pipe'] })
  t.after(async () => {
    browser.kill('SIGKILL')
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  })
  const ask = await devTools(await addressOf(browser))
  return async () => {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    const { targetId } = await ask('Target.createTarget', { url })
    const { sessionId } = await ask('Target.attachToTarget', { targetId, flatten: true })
    const evaluate = async (expression: string) => {
      const answer = await ask('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true }, sessionId)
      if ('exceptionDetails' in answer) throw new Error(JSON.stringify(answer.exceptionDetails))
      return (answer as unknown as Evaluated).result.value
    }
    // A tab is there before its page is: until then scripts run in an empty one.
    const isLoaded = () => evaluate('document.URL').then((shown) => shown === url)
    await eventually(isLoaded, { timeoutMs: startTimeoutMs, what: 'the page' })
    return {
      run: (body) => evaluate(`(async () => { const skein = await import('/skein.js'); ${body} })()`),
      close: () => ask('Target.closeTarget', { targetId }).then(() => {}),
    }
  }
}

async function addressOf(browser: ChildProcess): Promise<string> {
  let said = ''
  const found = Promise.withResolvers<string>()
  browser.stderr!.on('data', (bytes) => {
    said += bytes
    const address = /ws:\/\/\S+/.exec(said)
    if (address) found.resolve(address[0])
  })
  browser.once('exit', () => found.reject(new Error(`the browser ended: ${said}`)))
  const timer = setTimeout(() => found.reject(new Error(`the browser does not start: ${said}`)), startTimeoutMs)
  return found.promise.finally(() => clearTimeout(timer))
}

async function devTools(address: string) {
  const socket = new WebSocket(address)
  await once(socket, 'open')
  const waiting = new Map<number, (answer: Answer) => void>()
  let id = 0
  socket.addEventListener('message', ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer)
  })
  return (method: string, params: object, sessionId?: string): Promise<Record<string, never>> =>
    new Promise((resolve, reject) => {
      id += 1
      waiting.set(id, ({ result, error }) => (error ? reject(new Error(`${method}: ${error.message}`)) : resolve(result!)))
      socket.send(JSON.stringify({ id, method, params, sessionId }))
    })
}
