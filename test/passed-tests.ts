// A reporter beside `spec`: it writes down what became of each test, and on which code, for `make features`. A skipped test is not passed.

import { join, relative } from 'node:path'
import { openResults, resultsPath, type TestResult } from './features/test-results.ts'
import { testedState } from './features/tested-state.ts'

interface TestEvent {
  readonly type: string
  readonly data: {
    readonly name?: string
    readonly nesting?: number
    readonly file?: string
    readonly skip?: string | boolean
    readonly todo?: string | boolean
    readonly details?: { readonly type?: string }
  }
}

const root = join(import.meta.dirname, '..')

/** Groups are no tests. Events of one file come together, and a group begins before what is in it. */
export async function* resultsOf(source: AsyncIterable<TestEvent>): AsyncGenerator<Omit<TestResult, 'state'>> {
  const titles: string[] = []
  for await (const { type, data } of source) {
    const { name = '', nesting = 0, file = '', details } = data
    if (type === 'test:start') titles.splice(nesting, Infinity, name)
    if ((type !== 'test:pass' && type !== 'test:fail') || details?.type === 'suite') continue
    const isLeftOut = [data.skip, data.todo].some((left) => left !== undefined && left !== false)
    const result = type === 'test:fail' ? 'failed' : isLeftOut ? 'skipped' : 'passed'
    yield { file: relative(root, file), titles: [...titles.slice(0, nesting), name], result }
  }
}

export default async function* passedTests(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const state = testedState(root)
  const add = state === null ? () => {} : openResults(resultsPath(root), state)
  for await (const result of resultsOf(source)) add(result)
  yield ''
}
