// Which of the scenarios of a layout a run is asked for: by name, or all; and where it has not the time for all of them, those that are never
// left out and as many of the others as fit, by a seed, so that other runs take others.
import type { Layout } from '@skein/server'
import { createChance } from './chance.ts'
import { scenarioNames, scenarioSeconds } from './scenarios.ts'

export interface ScenarioChoice {
  readonly wanted: readonly string[]
  /** Names asked for that are of no scenario of the layout. */
  readonly unknown: readonly string[]
  /** Asked for, and left out for want of time. */
  readonly left: readonly string[]
}

export interface TimeForScenarios {
  /** All together, as they are expected to take. */
  readonly withinSeconds: number
  readonly loadSeconds: number
  readonly seed: number
}

/** What the product is about: a process that dies, one that comes back from the dead, and the two servers on every message's way. */
export const neverLeftOut: Readonly<Record<Layout, readonly string[]>> = {
  hot: ['kill-hot', 'zombie', 'kill-broker', 'pause-redis'],
  roles: ['kill-processor', 'zombie', 'kill-broker', 'pause-redis'],
}

export function chooseScenarios(asked: string, layout: Layout, time?: TimeForScenarios): ScenarioChoice {
  const names = scenarioNames(layout)
  const named = asked === 'all' ? names : asked === '' ? [] : asked.split(',')
  const unknown = named.filter((name) => !names.includes(name))
  const all = names.filter((name) => named.includes(name))
  const wanted = time === undefined ? all : fitting(all, layout, time)
  return { wanted, unknown, left: all.filter((name) => !wanted.includes(name)) }
}

/** In the order of `all`. Of the others each that still fits is taken, in an order by the seed. */
function fitting(all: readonly string[], layout: Layout, { withinSeconds, loadSeconds, seed }: TimeForScenarios): string[] {
  const seconds = (name: string) => scenarioSeconds(layout, name, loadSeconds)
  const taken = new Set(all.filter((name) => neverLeftOut[layout].includes(name)))
  let used = [...taken].reduce((sum, name) => sum + seconds(name), 0)
  for (const name of createChance(seed).shuffled(all.filter((other) => !taken.has(other)))) {
    if (used + seconds(name) > withinSeconds) continue
    taken.add(name)
    used += seconds(name)
  }
  return all.filter((name) => taken.has(name))
}
