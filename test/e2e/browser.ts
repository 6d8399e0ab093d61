// A JavaScript context with what browsers have (fetch, WebSocket, timers, encoders, crypto) and without anything of Node:
// the browser bundle must load and chat in it. A bundle that reaches for process, Buffer or node: modules fails.
import vm from 'node:vm'
import { transform } from 'esbuild'

export interface BrowserChat {
  readonly apiUrl: string
  readonly appId: string
  readonly credentials: { readonly userName: string; readonly password: string }
  /** User name to write to. */
  readonly peer: string
}

const page = `async ({ apiUrl, appId, credentials, peer }) => {
  const { createClient, directConversationId } = skein
  const client = createClient({ apiUrl, appId, credentials, deviceId: 'page' })
  await client.connect()
  const { userId } = await client.findUser({ userName: peer })
  const answered = new Promise((resolve) => client.on('message', (message) => message.actorId === userId && resolve(message.text)))
  await client.send(directConversationId(client.userId, userId), 'hello from a page')
  const text = await answered
  await client.close()
  return text
}`

const browserGlobals = [
  ...['fetch', 'Headers', 'Request', 'Response', 'URL', 'URLSearchParams', 'AbortController', 'AbortSignal', 'WebSocket', 'Event'],
  ...['EventTarget', 'MessageEvent', 'TextEncoder', 'TextDecoder', 'crypto', 'performance', 'queueMicrotask', 'structuredClone'],
  ...['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'console', 'atob', 'btoa', 'DOMException', 'Uint8Array', 'ArrayBuffer'],
] as const

/** The answer that the page got. */
export async function chatInBrowser(bundle: string, chat: BrowserChat): Promise<string> {
  const globals = globalThis as unknown as Record<string, unknown>
  // A page's security policy mostly forbids code made of text.
  const policy = { codeGeneration: { strings: false, wasm: false } }
  const context = vm.createContext(Object.fromEntries(browserGlobals.map((name) => [name, globals[name]])), policy)
  vm.runInContext('globalThis.window = globalThis.self = globalThis', context)
  // A script instead of a module, as node:vm has modules behind a flag only; what it imports would be refused here.
  const { code } = await transform(bundle, { format: 'iife', globalName: 'skein', logLevel: 'error' })
  vm.runInContext(code, context)
  return (vm.runInContext(`(${page})`, context) as (options: BrowserChat) => Promise<string>)(chat)
}
