// Rules about who imports whom: the direction between packages, no way around an index.ts, nothing undeclared, nothing unpinned.

import { posix } from 'node:path'
import { mayImport } from './layers.ts'
import type { Rule } from './rule.ts'
import { isTestCode, manifest, packageOf, type SourceFile, type SourceTree, sourceFile } from './source-tree.ts'

const planted = (path: string, text: string, manifests: SourceTree['manifests'] = []): SourceTree => ({
  files: [sourceFile(path, text)],
  manifests,
  pages: [],
})

const skeinPackage = (specifier: string) => /^@skein\/([^/]+)(\/.*)?$/.exec(specifier)
const at = (file: SourceFile, line: number) => `${file.path}:${line}`

/** Package imports of what ships, tests left out. */
function shippedImports(tree: SourceTree): { from: string; to: string; where: string }[] {
  return tree.files
    .filter((file) => !isTestCode(file.path))
    .flatMap((file) =>
      file.imports.flatMap(({ specifier, line }) => {
        const to = skeinPackage(specifier)?.[1]
        const from = packageOf(file.path)
        return to && from && to !== from ? [{ from, to, where: at(file, line) }] : []
      }),
    )
}

const direction: Rule = {
  name: 'packages import only what their layer allows',
  mend: 'turn the dependency round (a port in event-sourcing, an argument), or argue for a new arrow in test/tidy/layers.ts',
  find(tree) {
    const unknown = [...new Set(tree.files.map((file) => packageOf(file.path)))].filter((name) => name && !mayImport.has(name))
    return [
      ...unknown.map((name) => `packages/${name} has no place in test/tidy/layers.ts`),
      ...shippedImports(tree)
        .filter(({ from, to }) => mayImport.has(from) && !mayImport.get(from)?.has(to))
        .map(({ from, to, where }) => `${where}: ${from} may not import ${to}`),
    ]
  },
  planted: [
    planted('packages/runtime/src/x.ts', "import { decide } from '@skein/domain'"),
    planted('packages/kafka-log/src/x.ts', "import type { State } from '@skein/domain'"),
    planted('packages/domain/src/x.ts', "import { a } from '@skein/telemetry'"),
    planted('packages/event-sourcing/src/x.ts', "export { a } from '@skein/contracts'"),
    planted('packages/gateway/src/x.ts', "const log = await import('@skein/kafka-log')"),
    planted('packages/server/src/x.ts', "import { a } from '@skein/testing'"),
    planted('packages/unheard-of/src/x.ts', ''),
  ],
  innocent: [
    planted('packages/runtime/src/x.test.ts', "import { decide } from '@skein/domain'"),
    planted('packages/kafka-log/test/x.ts', "import { a } from '@skein/testing'"),
    planted('packages/runtime/src/x.ts', "// never: import { decide } from '@skein/domain'\nconst s = `from '@skein/domain'`"),
  ],
}

const arrows: Rule = {
  name: 'packages are allowed no import that they do not make',
  mend: 'take it out of test/tidy/layers.ts: the table and the diagram say what is, not what might be',
  find(tree) {
    const made = new Set(shippedImports(tree).map(({ from, to }) => `${from} -> ${to}`))
    const present = new Set(tree.files.map((file) => packageOf(file.path)))
    return [...mayImport]
      .filter(([from]) => present.has(from))
      .flatMap(([from, allowed]) => [...allowed].map((to) => `${from} -> ${to}`))
      .filter((arrow) => !made.has(arrow))
  },
  planted: [
    planted('packages/runtime/src/x.ts', "import '@skein/event-sourcing'\nimport '@skein/timing'"),
    planted('packages/runtime/test/x.ts', "import '@skein/event-sourcing'\nimport '@skein/timing'\nimport '@skein/telemetry'"),
  ],
  innocent: [
    planted('packages/runtime/src/x.ts', "import '@skein/event-sourcing'\nimport '@skein/timing'\nimport '@skein/telemetry'"),
    planted('packages/telemetry/src/x.ts', ''),
  ],
}

const cycles: Rule = {
  name: 'packages form no cycle',
  mend: 'move what both need into the lower package, or pass it as an argument',
  find(tree) {
    const next = Map.groupBy(shippedImports(tree), ({ from }) => from)
    const found: string[] = []
    const walk = (name: string, path: readonly string[]) => {
      if (path.includes(name)) {
        const cycle = path.slice(path.indexOf(name))
        if (cycle.every((other) => name <= other)) found.push([...cycle, name].join(' -> '))
        return
      }
      for (const to of new Set((next.get(name) ?? []).map((edge) => edge.to))) walk(to, [...path, name])
    }
    for (const name of next.keys()) walk(name, [])
    return [...new Set(found)]
  },
  planted: [
    {
      files: [
        sourceFile('packages/a/src/x.ts', "import '@skein/b'"),
        sourceFile('packages/b/src/x.ts', "import '@skein/c'"),
        sourceFile('packages/c/src/x.ts', "import '@skein/a'"),
      ],
      manifests: [],
      pages: [],
    },
  ],
  innocent: [
    {
      files: [sourceFile('packages/a/src/x.ts', "import '@skein/b'"), sourceFile('packages/b/test/x.ts', "import '@skein/a'")],
      manifests: [],
      pages: [],
    },
  ],
}

const throughIndex: Rule = {
  name: 'nobody imports past the index.ts of a package',
  mend: 'import @skein/<package>, and export what is missing from its index.ts',
  find: (tree) =>
    tree.files.flatMap((file) => {
      const home = packageOf(file.path)
      return file.imports
        .filter(({ specifier }) => {
          const skein = skeinPackage(specifier)
          if (skein) return skein[2] !== undefined || (skein[1] === home && !isTestCode(file.path))
          if (!specifier.startsWith('.')) return specifier.startsWith('/')
          return packageOf(`${posix.join(posix.dirname(file.path), specifier)}/`) !== home
        })
        .map(({ specifier, line }) => `${at(file, line)}: ${specifier}`)
    }),
  planted: [
    planted('packages/api/src/x.ts', "import { a } from '@skein/telemetry/src/logger.ts'"),
    planted('packages/api/src/x.ts', "import { a } from '../../telemetry/src/index.ts'"),
    planted('packages/api/src/x.ts', "import topics from '../../../infra/topics.json' with { type: 'json' }"),
    planted('packages/api/src/x.ts', "import { a } from '@skein/api'"),
    planted('test/e2e/x.test.ts', "import { a } from '../../packages/api/src/api.ts'"),
  ],
  innocent: [
    planted('packages/api/src/a/x.ts', "import { a } from '../x.ts'\nimport { b } from '@skein/telemetry'"),
    planted('packages/api/test/x.test.ts', "import { a } from '../src/x.ts'\nimport { b } from '@skein/api'"),
    planted('test/e2e/x.test.ts', "import { a } from '../world.ts'"),
  ],
}

const ownsKafkaParts = 'packages/kafka-log/src/kafkajs-parts.ts'
/** Measures them. */
const comparesKafkaParts = 'packages/kafka-log/bench/encoding.ts'

const kafkaParts: Rule = {
  name: "kafkajs's inner parts are loaded in one file",
  mend: `export what you need from ${ownsKafkaParts}`,
  find: (tree) =>
    tree.files
      .filter((file) => file.path.startsWith('packages/') && file.path !== ownsKafkaParts && file.path !== comparesKafkaParts)
      .filter((file) => /['"`]kafkajs\/src/.test(file.text))
      .map((file) => file.path),
  planted: [
    planted('packages/kafka-log/src/x.ts', "const parts = require('kafkajs/src/cluster')"),
    planted('packages/local-stack/src/x.ts', 'const path = resolve("kafkajs/src/producer")'),
  ],
  innocent: [planted(ownsKafkaParts, "require('kafkajs/src/cluster')"), planted('packages/kafka-log/src/x.ts', "import 'kafkajs'")],
}

const npmName = (specifier: string) => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')

const declared: Rule = {
  name: 'every import is declared in the package.json of its package',
  mend: 'npm install -w packages/<package> --save-exact <name>@<the version other packages have> (--save-dev when only tests import it)',
  find(tree) {
    const root = tree.manifests.find((m) => m.path === 'package.json')
    const everyone = new Set(tree.manifests.flatMap((m) => [m.name, ...Object.keys({ ...m.dependencies, ...m.devDependencies })]))
    return tree.files.flatMap((file) => {
      const home = packageOf(file.path)
      const own = tree.manifests.find((m) => m.path === `packages/${home}/package.json`)
      const shipped = { ...own?.dependencies, ...own?.peerDependencies, ...own?.optionalDependencies }
      const forTests = { ...own?.devDependencies, ...root?.devDependencies, [own?.name ?? '']: '' }
      // Tests at the root run across all packages: npm hoists the one version that all of them pin.
      const known = (name: string) =>
        home === undefined ? everyone.has(name) : name in shipped || (isTestCode(file.path) && name in forTests)
      return file.imports
        .filter(({ specifier }) => !/^(\.|\/|node:)/.test(specifier) && !known(npmName(specifier)))
        .map(({ specifier, line }) => `${at(file, line)}: ${specifier}`)
    })
  },
  planted: [
    planted('packages/api/src/x.ts', "import { z } from 'zod'", [manifest('packages/api/package.json', { name: '@skein/api' })]),
    planted('packages/api/src/x.ts', "import pg from 'pg'", [manifest('packages/api/package.json', { devDependencies: { pg: '8.0.0' } })]),
    planted('packages/api/test/x.ts', "import { a } from '@skein/telemetry/x'", [manifest('packages/api/package.json', {})]),
    planted('packages/api/src/x.ts', "import fs from 'fs'", [manifest('packages/api/package.json', {})]),
    planted('test/e2e/x.ts', "import { a } from 'left-pad'", [manifest('package.json', {})]),
  ],
  innocent: [
    planted('packages/api/test/x.ts', "import pg from 'pg'", [manifest('packages/api/package.json', { devDependencies: { pg: '8.0.0' } })]),
    planted('packages/api/src/x.ts', "import { a } from 'protobufjs/minimal.js'\nimport 'node:fs'", [
      manifest('packages/api/package.json', { dependencies: { protobufjs: '8.0.0' } }),
    ]),
  ],
}

const pinned: Rule = {
  name: 'dependencies are pinned exactly, to one version everywhere',
  mend: 'write the exact version that the other packages have (npm install --save-exact)',
  find(tree) {
    const all = tree.manifests.flatMap((m) =>
      Object.entries({ ...m.dependencies, ...m.devDependencies, ...m.peerDependencies, ...m.optionalDependencies }).map(
        ([name, version]) => ({ path: m.path, name, version }),
      ),
    )
    const versions = Map.groupBy(all, ({ name }) => name)
    return all
      .filter(({ name, version }) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version) || versions.get(name)![0]!.version !== version)
      .map(({ path, name, version }) => `${path}: ${name}@${version}`)
  },
  planted: [
    { files: [], pages: [], manifests: [manifest('package.json', { dependencies: { a: '^1.0.0' } })] },
    { files: [], pages: [], manifests: [manifest('package.json', { devDependencies: { a: 'github:a/a' } })] },
    {
      files: [],
      pages: [],
      manifests: [
        manifest('package.json', { devDependencies: { a: '1.0.0' } }),
        manifest('packages/b/package.json', { dependencies: { a: '1.0.1' } }),
      ],
    },
  ],
  innocent: [{ files: [], pages: [], manifests: [manifest('package.json', { peerDependencies: { a: '1.0.0-rc.1' } })] }],
}

export const dependencyRules: readonly Rule[] = [direction, arrows, cycles, throughIndex, kafkaParts, declared, pinned]
