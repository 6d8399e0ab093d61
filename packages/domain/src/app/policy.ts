// The policy of an app: limits that it sets lower than the deployment's ceilings. Rules read it as a fact of another aggregate,
// some seconds old.
import type { ReadCell } from '@skein/event-sourcing'
import type { Cell } from '../cells.ts'
import { appPolicyKey, readKind } from '../cells.ts'
import { type AppLimitName, byDefault, limits, perApp } from '../limits.ts'
import { type Refusal, reject } from '../refusal.ts'

/** Limits that an app sets, by name. */
type OwnLimits = Readonly<Record<string, number>>

export interface LimitInForce {
  readonly value: number
  /** Of an app that sets none of its own. */
  readonly default: number
  readonly ceiling: number
  /** Whether the app sets it. */
  readonly own: boolean
}

export type LimitsInForce = Readonly<Record<AppLimitName, LimitInForce>>

/** Every limit that an app may set, as it holds for one that sets these. */
export const limitsInForce = (own: OwnLimits): LimitsInForce =>
  Object.fromEntries(perApp.map((name) => [name, inForce(name, own)])) as LimitsInForce

function inForce(name: AppLimitName, own: OwnLimits): LimitInForce {
  const ceiling = limits[name]
  const otherwise = byDefault[name] ?? ceiling
  return { value: Math.min(ceiling, own[name] ?? otherwise), default: otherwise, ceiling, own: own[name] !== undefined }
}

/** A limit as it holds for an app; its policy must be among the cells read. */
export function limitOf(name: AppLimitName, appId: string, read: ReadCell<Cell>): number {
  const policy = readKind(read, 'app-policy', appPolicyKey(appId))
  return inForce(name, policy?.limits ?? {}).value
}

/** Refuses what is beyond a limit of the app, naming the limit with its value; null for what is not. */
export function beyondAppLimit(name: AppLimitName, asked: number, appId: string, read: ReadCell<Cell>): Refusal | null {
  const limit = limitOf(name, appId, read)
  return asked > limit ? reject('TOO_LARGE', `${name} ${limit}, asked ${asked}`) : null
}

/** Why a list of limits is no policy; null when it is one. */
export function faultOfLimits(list: readonly { readonly name: string; readonly value: number }[]): Refusal | null {
  const seen = new Set<string>()
  for (const { name, value } of list) {
    if (!isAppLimit(name)) return reject('INVALID_ARGUMENT', `limits: an app may set ${perApp.join(', ')}`)
    if (seen.has(name)) return reject('INVALID_ARGUMENT', `limits: ${name} twice`)
    seen.add(name)
    if (!Number.isSafeInteger(value) || value < 0 || value > limits[name])
      return reject('INVALID_ARGUMENT', `limits: ${name} is 0 to ${limits[name]}, asked ${value}`)
  }
  return null
}

const isAppLimit = (name: string): name is AppLimitName => (perApp as readonly string[]).includes(name)
