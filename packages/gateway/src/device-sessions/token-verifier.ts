// Verifies login tokens: JSON Web Tokens signed with HS256. node:crypto does it in a fifth of the time that a general
// JOSE library takes, and on every reconnect of every client. Only HS256 is accepted, whatever the token's header says.
// Claims, as the HTTP API issues them: sub (user id), app, dev (device id), sid (device session), plt (platform), exp.
import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto'
import { isAppId, isDeviceId, isToken, isUserId, isUuid } from '@skein/contracts'

export interface TokenClaims {
  readonly appId: string
  readonly userId: string
  readonly deviceId: string
  readonly sessionId: string
  readonly platform: string
  /** Milliseconds since the epoch. */
  readonly expiresAt: number
}

export type TokenVerdict = TokenClaims | 'TOKEN_INVALID' | 'TOKEN_EXPIRED'

export type VerifyToken = (token: string) => TokenVerdict | Promise<TokenVerdict>

const tokenCharactersMax = 4096
const platformCharactersMax = 32
const signatureBytes = 32

/** `exp` is honoured to the second by `now` (milliseconds since the epoch). */
export function createTokenVerifier(secret: string | Uint8Array, now: () => number = Date.now): (token: string) => TokenVerdict {
  const key = createSecretKey(typeof secret === 'string' ? Buffer.from(secret, 'utf8') : secret)
  /** Headers found to say HS256; every issuer writes the same one. */
  let knownHeader = ''

  function headerAllowed(header: string): boolean {
    if (header === knownHeader) return true
    const parsed = parseObject(header)
    if (parsed?.alg !== 'HS256' || parsed.crit !== undefined) return false
    knownHeader = header
    return true
  }

  return (token) => {
    const first = token.indexOf('.')
    const last = token.lastIndexOf('.')
    if (token.length > tokenCharactersMax || !isToken(token) || first <= 0 || last <= first) return 'TOKEN_INVALID'
    const signature = Buffer.from(token.slice(last + 1), 'base64url')
    const expected = createHmac('sha256', key).update(token.slice(0, last)).digest()
    if (signature.length !== signatureBytes || !timingSafeEqual(signature, expected)) return 'TOKEN_INVALID'
    if (!headerAllowed(token.slice(0, first))) return 'TOKEN_INVALID'
    return readClaims(parseObject(token.slice(first + 1, last)), now())
  }
}

function parseObject(part: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

function readClaims(claims: Record<string, unknown> | null, nowMs: number): TokenVerdict {
  if (claims === null) return 'TOKEN_INVALID'
  const { sub, app: appId, dev: deviceId, sid: sessionId, plt: platform, exp, nbf } = claims
  if (typeof sub !== 'string' || typeof appId !== 'string' || typeof deviceId !== 'string') return 'TOKEN_INVALID'
  if (typeof sessionId !== 'string' || typeof platform !== 'string' || typeof exp !== 'number') return 'TOKEN_INVALID'
  if (!isUserId(sub) || !isAppId(appId) || !isDeviceId(deviceId) || !isUuid(sessionId)) return 'TOKEN_INVALID'
  if (platform.length > platformCharactersMax) return 'TOKEN_INVALID'
  if (nbf !== undefined && (typeof nbf !== 'number' || nbf * 1000 > nowMs)) return 'TOKEN_INVALID'
  if (exp * 1000 <= nowMs) return 'TOKEN_EXPIRED'
  return { appId, userId: sub, deviceId, sessionId, platform, expiresAt: exp * 1000 }
}
