// The way in: the token, and the address to connect to next. The API is asked again before every reconnect; when it
// does not answer, the addresses known so far are tried in turn, never the same one twice running if there are others.
import { SkeinError } from '../skein-error.ts'
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
  const error = (answer.error ?? {}) as { code?: string; message?: string; detail?: string; retriable?: boolean; retryAfterMs?: number }
  const meaning = error.message ?? `status ${response.status}`
  throw new SkeinError(error.code ?? 'INTERNAL', error.detail ? `${meaning} (${error.detail})` : meaning, {
    retriable: error.retriable ?? response.status >= 500,
    retryAfterMs: error.retryAfterMs ?? 0,
  })
}

/** Addresses kept for when the API does not answer. */
const addressesMax = 32

export class Access {
  readonly #options: AccessOptions
  readonly #base: string
  readonly #api: { readonly timeoutMs?: number; readonly fetch?: typeof globalThis.fetch }
  readonly #avoided = new Set<string>()
  #known: string[]
  #token: string | undefined
  /** Just learnt: the API need not be asked again. */
  #fresh = false
  #lastFailed = ''

  constructor(options: AccessOptions) {
    const { apiUrl, credentials, token, gateways } = options
    if (!token && !credentials) throw new SkeinError('INVALID_ARGUMENT', 'give a token or credentials')
    if (credentials && !apiUrl) throw new SkeinError('INVALID_ARGUMENT', 'credentials need apiUrl')
    if (!apiUrl && !gateways?.length) throw new SkeinError('INVALID_ARGUMENT', 'give apiUrl or gateways')
    this.#options = options
    this.#base = `${apiUrl?.replace(/\/$/, '')}/v1/${encodeURIComponent(options.appId)}`
    this.#api = { timeoutMs: options.apiTimeoutMs, fetch: options.fetch }
    this.#token = token
    this.#known = this.#usable(gateways ?? [])
  }

  /** Token and address for the next attempt. */
  async next(): Promise<{ token: string; address: string }> {
    if (!this.#token) this.#token = await this.#logIn()
    else if (this.#options.apiUrl && !this.#fresh) await this.#refresh()
    this.#fresh = false
    return { token: this.#token, address: this.#choose() }
  }

  /** The address cannot be used now; another one is preferred until one has worked. */
  failed(address: string): void {
    this.#avoided.add(address)
    this.#lastFailed = address
  }

  worked(): void {
    this.#avoided.clear()
    this.#lastFailed = ''
  }

  /** Asks for a new token with the password. False when there is no password to ask with. */
  renewToken(): boolean {
    if (!this.#options.credentials) return false
    this.#token = undefined
    return true
  }

  /** Answer of the API to a GET below the app, with the token. */
  async read(path: string): Promise<Record<string, unknown>> {
    if (!this.#options.apiUrl) throw new SkeinError('INVALID_ARGUMENT', 'this needs apiUrl')
    this.#token ??= await this.#logIn()
    return callApi(`${this.#base}/${path}`, { token: this.#token }, this.#api)
  }

  #usable(addresses: readonly string[]): string[] {
    const { transport } = this.#options
    return addresses.filter((address) => transportOf(address) && (!transport || transportOf(address) === transport))
  }

  #learn(answer: Record<string, unknown>): void {
    const offered = this.#usable((answer.gateway as { addresses?: string[] } | undefined)?.addresses ?? [])
    if (offered.length === 0) return
    this.#known = [...offered, ...this.#known.filter((address) => !offered.includes(address))].slice(0, addressesMax)
  }

  async #logIn(): Promise<string> {
    const { credentials, deviceId, platform } = this.#options
    const body = { ...credentials, deviceId, platform: platform ?? 'sdk' }
    const answer = await callApi(`${this.#base}/sessions`, { method: 'POST', body }, this.#api)
    this.#learn(answer)
    this.#fresh = true
    return String(answer.token)
  }

  async #refresh(): Promise<void> {
    try {
      this.#learn(await callApi(`${this.#base}/gateway`, { token: this.#token }, this.#api))
    } catch (error) {
      if (this.#known.length === 0) throw error
    }
  }

  #choose(): string {
    if (this.#known.every((address) => this.#avoided.has(address))) this.#avoided.clear()
    const free = this.#known.filter((address) => !this.#avoided.has(address))
    // All have failed: begin again, but not with the one that failed last.
    const address = this.#avoided.size === 0 ? (free.find((candidate) => candidate !== this.#lastFailed) ?? free[0]) : free[0]
    if (!address) throw new SkeinError('API_UNREACHABLE', `no ${this.#options.transport ?? ''} gateway is known`, { retriable: true })
    return address
  }
}
