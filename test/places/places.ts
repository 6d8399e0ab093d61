// The hand-written files that name an event: what somebody has to look at who adds one like it.
import { isTestCode, packageOf, type SourceTree } from '../tidy/source-tree.ts'
import { type EventNames, patternOf } from './event-names.ts'

export interface Places extends EventNames {
  /** Paths by package; what is no package's own is under `test`. */
  readonly product: Readonly<Record<string, readonly string[]>>
  readonly tests: Readonly<Record<string, readonly string[]>>
  readonly counts: { readonly product: number; readonly tests: number }
}

/** Speaks of groups of Kafka's consumers, under names of its own. */
const ofKafka = 'kafka-log'

/** Generated code and recorded schemas are not in the tree; recorded histories are no code. */
export function placesOf(tree: Pick<SourceTree, 'files'>, names: EventNames): Places {
  const pattern = patternOf(names)
  const named = tree.files.filter(({ path, text }) => packageOf(path) !== ofKafka && pattern.test(text))
  const paths = named.map(({ path }) => path)
  const ofTests = (path: string) => isTestCode(path) || packageOf(path) === 'testing'
  const [tests, product] = [paths.filter(ofTests), paths.filter((path) => !ofTests(path))]
  return { ...names, product: byPackage(product), tests: byPackage(tests), counts: { product: product.length, tests: tests.length } }
}

const byPackage = (paths: readonly string[]): Record<string, string[]> =>
  Object.fromEntries([...Map.groupBy(paths, (path) => packageOf(path) ?? 'test')].sort()) as Record<string, string[]>
