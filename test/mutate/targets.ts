// What `make mutate` mutates, and by which tests: the pure core. Projections are tested where their rows are read, too.
import { globSync } from 'node:fs'
import type { TargetName } from './arguments.ts'

export interface Target {
  readonly name: TargetName
  readonly mutated: readonly string[]
  readonly tests: readonly string[]
  /** Tests with this in their title are left out. */
  readonly leftOut: string
}

const found = (root: string, ...patterns: readonly string[]): string[] => globSync(patterns, { cwd: root }).map(unified).sort()
const unified = (path: string) => path.replaceAll('\\', '/')

/** An index only names, and what is generated is tested by what it is generated from. */
const isMutated = (path: string) => !/\.test\.ts$|\/generated\/|\/index\.ts$/.test(path)
const sourcesOf = (root: string, name: string) => found(root, `packages/${name}/src/**/*.ts`).filter(isMutated)

export function targetsOf(root: string): readonly Target[] {
  return [
    {
      name: 'domain',
      mutated: sourcesOf(root, 'domain'),
      tests: found(root, 'packages/domain/src/**/*.test.ts'),
      leftOut: '',
    },
    {
      name: 'projections',
      mutated: sourcesOf(root, 'projections'),
      tests: found(root, 'packages/projections/src/**/*.test.ts', 'packages/view-store/test/{fold,message-control,read-views}.test.ts'),
      // Once is enough, and PostgreSQL is the faster one.
      leftOut: 'on PGlite',
    },
  ]
}

/** Code that decides how a mutant of the target ends: what it stands on, and its own tests. */
export function codeAround(root: string, { tests }: Target): readonly string[] {
  const packages = '{contracts,domain,event-sourcing,projections,testing,view-store}'
  const stoodOn = found(root, `packages/${packages}/{src,test}/**/*.{ts,js,sql}`).filter((path) => !path.endsWith('.test.ts'))
  return [...stoodOn, ...tests]
}
