// Which of the scenarios of a layout a run is asked for: by name, all, or a part of them that its seed draws, for runs that have no time for all.
import type { Layout } from '@skein/server'
import { scenarioNames } from './scenarios.ts'

export interface ScenarioChoice {
  readonly wanted: readonly string[]
  /** Names asked for that are of no scenario of the layout. */
  readonly unknown: readonly string[]
}

/** Of every three scenarios a part leaves one out: three seeds in a row leave out each of them once. */
const partOf = 3

export function chooseScenarios(asked: string, seed: number, layout: Layout): ScenarioChoice {
  const names = scenarioNames(layout)
  if (asked === 'all') return { wanted: names, unknown: [] }
  if (asked === 'part') return { wanted: names.filter((_, index) => (index + seed) % partOf !== 0), unknown: [] }
  const named = asked === '' ? [] : asked.split(',')
  return { wanted: names.filter((name) => named.includes(name)), unknown: named.filter((name) => !names.includes(name)) }
}
