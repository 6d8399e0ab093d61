// The JSON that routes take and give, as schemas.
import { isDeviceId, isName, isUserId, isUserName } from '@skein/contracts'
import { limits as domainLimits, perApp } from '@skein/domain'
import { z } from 'zod'
import { passwordCharsMax, passwordCharsMin } from './limits.ts'
import { appIdText, userIdText } from './route.ts'

const { displayNameCharsMax, platformCharsMax } = domainLimits
const charsOf = (text: string): number => [...text].length
const isPassword = (min: number) => (text: string) => text.isWellFormed() && charsOf(text) >= min && charsOf(text) <= passwordCharsMax
const isDisplayName = (text: string) => text.length <= displayNameCharsMax && isName(text)

export const userNameText = z
  .string()
  .refine(isUserName, { error: 'must be 3 to 32 of A-Z a-z 0-9 _ . -' })
  .meta({ pattern: '^[A-Za-z0-9_.-]{3,32}$', description: 'Unique within the app, regardless of case' })

const passwordText = (min: number) =>
  z
    .string()
    .refine(isPassword(min), { error: `must have ${min} to ${passwordCharsMax} characters` })
    .meta({ minLength: min, maxLength: passwordCharsMax, format: 'password' })

const platformPattern = `^[a-z0-9_-]{1,${platformCharsMax}}$`
const isPlatform = (text: string) => new RegExp(platformPattern).test(text)

const platformText = z
  .string()
  .refine(isPlatform, { error: `must be 1 to ${platformCharsMax} of a-z 0-9 _ -` })
  .meta({ pattern: platformPattern, description: 'Such as ios, android, web, desktop, terminal' })

const deviceIdText = z
  .string()
  .refine(isDeviceId, { error: 'must be 1 to 64 of A-Z a-z 0-9 _ . -' })
  .meta({ pattern: '^[A-Za-z0-9_.-]{1,64}$', description: 'Installation of the client: made once, kept by the device' })

export const registrationBody = z.object({
  userName: userNameText,
  password: passwordText(passwordCharsMin),
  displayName: z
    .string()
    .refine(isDisplayName, { error: `must have 1 to ${displayNameCharsMax} characters, some that one sees and none that one does not` })
    .meta({ minLength: 1, maxLength: displayNameCharsMax, description: 'Name to show; the user name when absent' })
    .optional(),
})

export const loginBody = z.object({
  userName: userNameText,
  password: passwordText(1),
  deviceId: deviceIdText,
  platform: platformText,
})

export const userAnswer = z.object({ userId: z.string(), userName: z.string(), displayName: z.string() })

const gatewayAnswer = z.object({
  addresses: z.array(z.string()).meta({ description: 'All addresses of the chosen node, such as wss://host:port and tls://host:port' }),
})

export const loginAnswer = z.object({
  token: z.string().meta({ description: 'JWT; shown to gateways and, as a bearer token, to this API' }),
  userId: z.string(),
  expiresAt: z.int().meta({ description: 'Milliseconds since the epoch at which the token expires' }),
  gateway: gatewayAnswer,
})

export const gatewayChoiceAnswer = z.object({ gateway: gatewayAnswer })

/** Which limits there are, and how high they may be, is for the domain to say. */
export const policyBody = z.object({
  limits: z.record(z.string(), z.int()).meta({ description: `Limits that the app sets, of ${perApp.join(', ')}` }),
})

const limitInForce = z.object({
  value: z.int().meta({ description: 'What holds now' }),
  default: z.int().meta({ description: 'What holds for an app that does not set it' }),
  ceiling: z.int().meta({ description: 'What no app may go beyond' }),
  own: z.boolean().meta({ description: 'Whether the app sets it' }),
})

export const policyAnswer = z.object({
  limits: z.object(Object.fromEntries(perApp.map((name) => [name, limitInForce])) as Record<(typeof perApp)[number], typeof limitInForce>),
})

export const onlineQuery = (pageMax: number) =>
  z.object({
    after: z
      .string()
      .refine((text) => text === '' || isUserId(text), { error: 'must be `next` of the page before' })
      .default('')
      .meta({ description: '`next` of the page before; empty for the first' }),
    limit: z.coerce.number().int().min(1).max(pageMax).default(pageMax),
  })

const nextPage = z.string().meta({ description: 'Empty on the last page' })

export const onlineAnswer = z.object({ users: z.array(z.object({ userId: z.string() })), next: nextPage })

const onlineDevice = z.object({
  deviceId: z.string(),
  platform: z.string(),
  connectedAt: z.int().meta({ description: 'Milliseconds since the epoch' }),
})

export const everybodyOnlineAnswer = z.object({
  users: z.array(z.object({ userId: z.string(), devices: z.array(onlineDevice) })),
  next: nextPage,
})

export const userParams = z.object({ appId: appIdText, userId: userIdText })
export const userNameQuery = z.object({ userName: userNameText })
