// Rules about package-lock.json: it agrees with every package.json, and names the binaries of every platform. npm ci refuses a lock file
// that does not, yet npm install on one platform happily writes one.

import type { Rule } from './rule.ts'
import { type LockEntry, type Manifest, manifest, type SourceTree } from './source-tree.ts'

const kinds = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'] as const
const planted = (lock: Record<string, LockEntry>, manifests: readonly Manifest[] = []): SourceTree => ({
  files: [],
  manifests,
  pages: [],
  lock,
})

const agrees: Rule = {
  name: 'package-lock.json says what every package.json says',
  mend: 'npm install --package-lock-only, and commit package-lock.json with the package.json',
  find: ({ lock = {}, manifests }) =>
    manifests.flatMap((own) => {
      const locked = lock[own.path.replace(/\/?package\.json$/, '')]
      return kinds.flatMap((kind) => {
        const names = new Set([...Object.keys(own[kind]), ...Object.keys(locked?.[kind] ?? {})])
        return [...names].filter((name) => own[kind][name] !== locked?.[kind]?.[name]).map((name) => `${own.path}: ${kind} ${name}`)
      })
    }),
  planted: [
    planted({ 'packages/a': {} }, [manifest('packages/a/package.json', { dependencies: { b: '1.0.0' } })]),
    planted({ 'packages/a': { dependencies: { b: '1.0.0' } } }, [manifest('packages/a/package.json', {})]),
    planted({ '': { devDependencies: { b: '1.0.0' } } }, [manifest('package.json', { devDependencies: { b: '1.0.1' } })]),
    planted({}, [manifest('packages/a/package.json', { dependencies: { b: '1.0.0' } })]),
  ],
  innocent: [planted({ '': { devDependencies: { b: '1.0.0' } } }, [manifest('package.json', { devDependencies: { b: '1.0.0' } })])],
}

const everyPlatform: Rule = {
  name: 'package-lock.json has the optional packages of every platform',
  mend: 'npm ci fails without them: take package-lock.json from before and npm install again, or add the missing entries',
  find: ({ lock = {} }) =>
    Object.entries(lock).flatMap(([path, entry]) =>
      Object.keys(entry.optionalDependencies ?? {})
        .filter((name) => !(`node_modules/${name}` in lock) && !(`${path}/node_modules/${name}` in lock))
        .map((name) => `${path || 'package.json'}: ${name}`),
    ),
  planted: [
    planted({ 'node_modules/a': { optionalDependencies: { 'a-linux': '1.0.0', 'a-darwin': '1.0.0' } }, 'node_modules/a-linux': {} }),
    planted({ '': { optionalDependencies: { a: '1.0.0' } } }),
  ],
  innocent: [
    planted({ 'node_modules/a': { optionalDependencies: { b: '1.0.0' } }, 'node_modules/a/node_modules/b': {} }),
    planted({ 'node_modules/a': { optionalDependencies: { b: '1.0.0' } }, 'node_modules/b': {} }),
  ],
}

export const lockRules: readonly Rule[] = [agrees, everyPlatform]
