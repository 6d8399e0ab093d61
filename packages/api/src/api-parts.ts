// What the routes work with, built once per API.
import type { Presence } from '@skein/node-link'
import type { ReadViews } from '@skein/projections'
import type { Ask, Done } from './ask.ts'
import type { ApiLimits } from './limits.ts'
import type { PartCall } from './part-call.ts'
import type { RegistrationParts } from './registration.ts'
import type { RequestLimits } from './request-limits.ts'
import type { Tokens } from './token.ts'

/** What the API asks of the views. */
export type ApiViews = Pick<ReadViews, 'acquaintances' | 'app' | 'checkpoints' | 'deviceSessions' | 'findUser'>

export interface ApiParts {
  readonly ask: Ask
  readonly views: ApiViews
  readonly presence: Pick<Presence, 'connectionsOf' | 'liveNodes' | 'online'>
  readonly registration: RegistrationParts
  readonly requestLimits: RequestLimits
  readonly tokens: Tokens
  readonly tokenTtlSeconds: number
  readonly partCall: PartCall
  /** Waits, bounded, until the views show what was done; whether they do. */
  readonly seen: (done: Done) => Promise<boolean>
  readonly limits: ApiLimits
  readonly now: () => number
  readonly random: () => number
}
