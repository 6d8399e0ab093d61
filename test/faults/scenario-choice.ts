// Which of the scenarios of a layout a run is asked for: by name, or all.
import type { Layout } from '@skein/server'
import { scenarioNames } from './scenarios.ts'

export interface ScenarioChoice {
  readonly wanted: readonly string[]
  /** Names asked for that are of no scenario of the layout. */
  readonly unknown: readonly string[]
}

export function chooseScenarios(asked: string, layout: Layout): ScenarioChoice {
  const names = scenarioNames(layout)
  if (asked === 'all') return { wanted: names, unknown: [] }
  const named = asked === '' ? [] : asked.split(',')
  return { wanted: names.filter((name) => named.includes(name)), unknown: named.filter((name) => !names.includes(name)) }
}
