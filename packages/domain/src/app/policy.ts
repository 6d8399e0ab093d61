// The policy of an app: limits that it sets lower than the deployment's ceilings. Rules read it as a fact of another aggregate,
// some seconds old.
import type { CellKey, ReadCell } from '@skein/event-sourcing'
import type { Cell } from '../cells.ts'
import { appPolicyKey, readKind } from '../cells.ts'
import { type AppLimitName, byDefault, limits, perApp } from '../limits.ts'
import { type Refusal, reject } from '../refusal.ts'

/** Limits that an app sets, by name. */
export type OwnLimits = Readonly<Record<string, number>>

const noLimits: OwnLimits = {}

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
  return { value: limitBy(name, own), default: otherwise, ceiling, own: own[name] !== undefined }
}

/** What an app sets itself; its policy must be among the cells read. */
export const ownLimitsOf = (policyKey: CellKey, read: ReadCell<Cell>): OwnLimits =>
  readKind(read, 'app-policy', policyKey)?.limits ?? noLimits

/** A limit as it holds for an app that sets these. */
export const limitBy = (name: AppLimitName, own: OwnLimits): number => Math.min(limits[name], own[name] ?? byDefault[name] ?? limits[name])

/** Refuses what is beyond a limit of an app that sets these, naming the limit with its value; null for what is not. */
export function beyondLimitBy(name: AppLimitName, asked: number, own: OwnLimits): Refusal | null {
  const limit = limitBy(name, own)
  return asked > limit ? reject('TOO_LARGE', `${name} ${limit}, asked ${asked}`) : null
}

/** A limit as it holds for an app; its policy must be among the cells read. */
export const limitOf = (name: AppLimitName, appId: string, read: ReadCell<Cell>): number =>
  limitBy(name, ownLimitsOf(appPolicyKey(appId), read))

/** The same as a refusal of what is beyond it. */
export const beyondAppLimit = (name: AppLimitName, asked: number, appId: string, read: ReadCell<Cell>): Refusal | null =>
  beyondLimitBy(name, asked, ownLimitsOf(appPolicyKey(appId), read))

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
