// The token a client shows to gateways and to this API: a JWT signed with HS256. It says who, of which app, on which
// device and in which device session; whether that session was logged out since is for the view to say.
import { isAppId, isDeviceId, isToken, isUserId, isUuid } from '@skein/contracts'
import { errors, jwtVerify, SignJWT } from 'jose'
import { ApiError } from './api-error.ts'

export interface TokenClaims {
  readonly userId: string
  readonly appId: string
  readonly deviceId: string
  readonly sessionId: string
  readonly platform: string
  /** Milliseconds since the epoch, whole seconds. */
  readonly expiresAtMs: number
}

export interface Tokens {
  issue(claims: TokenClaims): Promise<string>
  /** Rejects TOKEN_INVALID (forged, malformed, of another app) or TOKEN_EXPIRED. */
  verify(token: string, appId: string): Promise<TokenClaims>
}

const algorithm = 'HS256'
const secretBytesMin = 32

export function createTokens(options: { readonly secret: string | Uint8Array; readonly now: () => number }): Tokens {
  const secret = typeof options.secret === 'string' ? new TextEncoder().encode(options.secret) : options.secret
  if (secret.length < secretBytesMin) throw new Error(`the token secret has ${secret.length} bytes; at least ${secretBytesMin} are needed`)

  return {
    issue({ userId, appId, deviceId, sessionId, platform, expiresAtMs }) {
      return new SignJWT({ app: appId, dev: deviceId, sid: sessionId, plt: platform })
        .setProtectedHeader({ alg: algorithm, typ: 'JWT' })
        .setSubject(userId)
        .setIssuedAt(Math.floor(options.now() / 1000))
        .setExpirationTime(Math.floor(expiresAtMs / 1000))
        .sign(secret)
    },

    async verify(token, appId) {
      if (!isToken(token)) throw new ApiError('TOKEN_INVALID')
      const { payload } = await jwtVerify(token, secret, {
        algorithms: [algorithm],
        currentDate: new Date(options.now()),
        requiredClaims: ['sub', 'app', 'dev', 'sid', 'plt', 'iat', 'exp'],
      }).catch((cause) => {
        throw new ApiError(cause instanceof errors.JWTExpired ? 'TOKEN_EXPIRED' : 'TOKEN_INVALID')
      })
      const { sub, app, dev, sid, plt, exp } = payload
      const whole =
        isText(sub, isUserId) && isText(app, isAppId) && isText(dev, isDeviceId) && isText(sid, isUuid) && typeof plt === 'string'
      if (!whole || app !== appId) throw new ApiError('TOKEN_INVALID')
      return { userId: sub, appId: app, deviceId: dev, sessionId: sid, platform: plt, expiresAtMs: exp! * 1000 }
    },
  }
}

const isText = (value: unknown, valid: (text: string) => boolean): value is string => typeof value === 'string' && valid(value)
