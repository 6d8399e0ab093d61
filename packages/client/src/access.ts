// The way in: the token, and the address to connect to next. The API is asked again before every reconnect; when it
// does not answer, the addresses known so far are tried in turn, never the same one twice running if there are others.
import { SkeinError } from './skein-error.ts'
import { type Transport, transportOf } from './socket.ts'

export interface Credentials {
  readonly userName: string
  readonly password: string
}

export interface AccessOptions {
  /** Such as https://chat.example.org. May be left out when `token` and `gateways` are given. */
  readonly apiUrl?: string
  readonly appId: string
  readonly token?: string
  readonly credentials?: Credentials
  readonly deviceId: string
  readonly platform?: string
  /** Addresses known beforehand, best first. */
  readonly gateways?: readonly string[]
  readonly transport?: Transport
  readonly apiTimeoutMs?: number
  readonly fetch?: typeof globalThis.fetch
}

export interface Access {
  /** Token and address for the next attempt. */
  next(): Promise<{ token: string; address: string }>
  /** The address cannot be used now; another one is preferred until one has worked. */
  failed(address: string): void
  worked(): void
  /** Asks for a new token with the password. False when there is no password to ask with. */
  renewToken(): boolean
  /** Answer of the API to a GET below the app, with the token. */
  read(path: string): Promise<Record<string, unknown>>
}

export const apiTimeoutMsDefault = 5_000

/** One request to the HTTP API; rejects with a SkeinError. */
export async function callApi(
  url: string,
  init: { method?: string; token?: string; body?: unknown },
  options: { timeoutMs?: number; fetch?: typeof globalThis.fetch } = {},
): Promise<Record<string, unknown>> {
  let response: Response
  let answer: Record<string, unknown>
  try {
    response = await (options.fetch ?? globalThis.fetch)(url, {
      method: init.method ?? 'GET',
      headers: {
        ...(init.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(init.token === undefined ? {} : { authorization: `Bearer ${init.token}` }),
      },
      ...(init.body === undefined ? {} : { body: JSON.stringify(init.body) }),
      signal: AbortSignal.timeout(options.timeoutMs ?? apiTimeoutMsDefault),
    })
    answer = (await response.json()) as Record<string, unknown>
  } catch (cause) {
    throw new SkeinError('API_UNREACHABLE', url, { retriable: true, cause })
  }
  if (response.ok) return answer
  const error = (answer.error ?? {}) as { code?: string; message?: string; retriable?: boolean; retryAfterMs?: number }
  throw new SkeinError(error.code ?? 'INTERNAL', error.message ?? `status ${response.status}`, {
    retriable: error.retriable ?? response.status >= 500,
    retryAfterMs: error.retryAfterMs ?? 0,
  })
}

export function createAccess(options: AccessOptions): Access {
  const { apiUrl, credentials } = options
  if (!options.token && !credentials) throw new SkeinError('INVALID_ARGUMENT', 'give a token or credentials')
  if (credentials && !apiUrl) throw new SkeinError('INVALID_ARGUMENT', 'credentials need apiUrl')
  if (!apiUrl && !options.gateways?.length) throw new SkeinError('INVALID_ARGUMENT', 'give apiUrl or gateways')
  const base = `${apiUrl?.replace(/\/$/, '')}/v1/${encodeURIComponent(options.appId)}`
  const apiOptions = { timeoutMs: options.apiTimeoutMs, fetch: options.fetch }
  let token = options.token
  let fresh = false
  let known: string[] = usable(options.gateways ?? [])
  let lastFailed = ''
  const avoided = new Set<string>()

  function usable(addresses: readonly string[]): string[] {
    return addresses.filter((address) => transportOf(address) && (!options.transport || transportOf(address) === options.transport))
  }

  function learn(answer: Record<string, unknown>): void {
    const offered = usable((answer.gateway as { addresses?: string[] } | undefined)?.addresses ?? [])
    if (offered.length > 0) known = [...offered, ...known.filter((address) => !offered.includes(address))].slice(0, 32)
  }

  async function logIn(): Promise<string> {
    const body = { ...credentials, deviceId: options.deviceId, platform: options.platform ?? 'sdk' }
    const answer = await callApi(`${base}/sessions`, { method: 'POST', body }, apiOptions)
    learn(answer)
    fresh = true
    return String(answer.token)
  }

  async function refresh(): Promise<void> {
    try {
      learn(await callApi(`${base}/gateway`, { token }, apiOptions))
    } catch (error) {
      if (known.length === 0) throw error
    }
  }

  function choose(): string {
    if (known.every((address) => avoided.has(address))) avoided.clear()
    const free = known.filter((address) => !avoided.has(address))
    // All have failed: begin again, but not with the one that failed last.
    const address = avoided.size === 0 ? (free.find((candidate) => candidate !== lastFailed) ?? free[0]) : free[0]
    if (!address) throw new SkeinError('API_UNREACHABLE', `no ${options.transport ?? ''} gateway is known`, { retriable: true })
    return address
  }

  return {
    async next() {
      if (!token) token = await logIn()
      else if (apiUrl && !fresh) await refresh()
      fresh = false
      return { token, address: choose() }
    },
    failed(address) {
      avoided.add(address)
      lastFailed = address
    },
    worked() {
      avoided.clear()
      lastFailed = ''
    },
    renewToken() {
      if (!credentials) return false
      token = undefined
      return true
    },
    async read(path) {
      if (!apiUrl) throw new SkeinError('INVALID_ARGUMENT', 'this needs apiUrl')
      token ??= await logIn()
      return callApi(`${base}/${path}`, { token }, apiOptions)
    },
  }
}
