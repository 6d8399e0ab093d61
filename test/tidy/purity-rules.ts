// Rules about what code may reach for: no clock, chance, input or output in the pure packages; the environment read in one place and
// every variable documented.

import { purePackages } from './layers.ts'
import type { Rule } from './rule.ts'
import { isTestCode, packageOf, places, type SourceFile, type SourceTree, sourceFile } from './source-tree.ts'

const tree = (path: string, text: string, pages: SourceTree['pages'] = []): SourceTree => ({
  files: [sourceFile(path, text)],
  manifests: [],
  pages,
})

const shippedOf = (packages: readonly string[]) => (source: SourceTree) =>
  source.files.filter((file) => !isTestCode(file.path) && packages.includes(packageOf(file.path) ?? ''))
const pureFiles = shippedOf(purePackages)
const found = (files: readonly SourceFile[], pattern: RegExp) =>
  files.flatMap((file) => places(file, pattern).map((place) => `${file.path}:${place.line}: ${place.found}`))

const noOutsideModules: Rule = {
  name: 'event-sourcing, domain and projections import no node:* module and no npm package',
  mend: 'take the value as an argument: ids and time are stamped on the command where it enters',
  find: (source) =>
    shippedOf(['event-sourcing', ...purePackages])(source).flatMap((file) =>
      file.imports
        .filter(({ specifier }) => !specifier.startsWith('.') && !specifier.startsWith('@skein/'))
        .map(({ specifier, line }) => `${file.path}:${line}: ${specifier}`),
    ),
  planted: [
    tree('packages/domain/src/x.ts', "import { randomUUID } from 'node:crypto'"),
    tree('packages/projections/src/x.ts', "import { z } from 'zod'"),
    tree('packages/event-sourcing/src/x.ts', "import type { EventEmitter } from 'node:events'"),
  ],
  innocent: [
    tree('packages/domain/src/x.test.ts', "import test from 'node:test'"),
    tree('packages/domain/test/x.ts', "import fc from 'fast-check'"),
  ],
}

const impure =
  /\basync\b|\bawait\b|\bPromise\s*\.|\bnew\s+Promise\b|\bDate\b|\bTemporal\b|\bMath\s*\.\s*random\b|\bperformance\b|\bcrypto\b|\bset(?:Timeout|Interval|Immediate)\b|\bqueueMicrotask\b|\bfetch\s*\(|\bglobalThis\b|\bprocess\b/

const noClockNoChance: Rule = {
  name: 'domain and projections have no async, clock, chance or global state',
  mend: 'decide and project are functions of their arguments: stamp time and ids on the command, prefetch facts before',
  find: (source) => found(pureFiles(source), impure),
  planted: [
    'const f = async () => 1',
    'const p = Promise.resolve(1)',
    'const now = Date.now()',
    'const now = new Date()',
    'const r = Math.random()',
    'const t = performance.now()',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: code inside a template string is still code
    'const s = `at ${Date.now()}`',
    'setTimeout(f, 1)',
    'const home = process.cwd()',
  ].map((text) => tree('packages/domain/src/x.ts', text)),
  innocent: [
    tree(
      'packages/domain/src/x.ts',
      "// Date.now() never\nconst doc = 'async'\nconst words = /Math.random/\ninterface Port { read(): Promise<void> }\nconst updated = 1",
    ),
    tree('packages/domain/src/x.test.ts', 'const f = async () => Date.now()'),
  ],
}

const noLogger: Rule = {
  name: 'domain and projections do not log',
  mend: 'return what happened as data; the runtime observes at the edges',
  find: (source) => found(pureFiles(source), /\bconsole\b|\blogger\b|\bLogger\b|\blog\s*\??\.\s*(?:trace|debug|info|warn|error)\b/),
  planted: [
    tree('packages/domain/src/x.ts', "console.log('x')"),
    tree('packages/projections/src/x.ts', 'function f(logger: L) {}'),
    tree('packages/projections/src/x.ts', "log.info('x')"),
  ],
  innocent: [tree('packages/domain/src/x.ts', 'const log = events.at(-1)')],
}

const mayReadEnvironment = [
  'packages/server/src/config.ts',
  'packages/local-stack/src/cli.ts',
  'packages/cli/src/main.ts',
  'packages/cli/bin/',
]

const environment: Rule = {
  name: 'process.env is read in config.ts and at command-line entries only',
  mend: 'read the variable in packages/server/src/config.ts and pass the plain value',
  find: (source) =>
    found(
      source.files.filter((file) => !isTestCode(file.path) && !mayReadEnvironment.some((path) => file.path.startsWith(path))),
      /\bprocess\s*\.\s*env\b|\benv\b[^;=\n]*\}\s*=\s*process\b|\bimport\s*\{[^}]*\benv\b[^}]*\}\s*from\b/,
    ),
  planted: [
    tree('packages/api/src/x.ts', 'const port = process.env.PORT'),
    tree('packages/api/src/x.ts', 'const { env } = process'),
    tree('packages/api/src/x.ts', "import { env } from 'node:process'"),
    tree('packages/server/src/main.ts', 'const port = process.env.PORT'),
  ],
  innocent: [
    tree('packages/server/src/config.ts', 'const port = process.env.PORT'),
    tree('packages/api/test/x.ts', 'spawn(f, { env: { ...process.env, A: 1 } })'),
  ],
}

const variablesDocumented: Rule = {
  name: 'every SKEIN_ variable that code reads is documented',
  mend: 'say in docs/operating what the variable means, its unit and its default',
  find(source) {
    const prose = source.pages.map((page) => page.text).join('\n')
    const words = new Set(prose.match(/\bSKEIN_[A-Z0-9_]+\b/g))
    return source.files
      .filter((file) => mayReadEnvironment.some((path) => file.path.startsWith(path)))
      .flatMap((file) =>
        [...new Set(file.text.match(/\bSKEIN_[A-Z0-9_]*[A-Z0-9]\b/g))]
          .filter((name) => !words.has(name))
          .map((name) => `${file.path}: ${name}`),
      )
  },
  planted: [tree('packages/server/src/config.ts', "read('SKEIN_PORT')", [{ path: 'README.md', text: 'SKEIN_PORTS is something else' }])],
  innocent: [tree('packages/server/src/config.ts', "read('SKEIN_PORT')", [{ path: 'docs/operating/x.md', text: 'Set `SKEIN_PORT`.' }])],
}

export const purityRules: readonly Rule[] = [noOutsideModules, noClockNoChance, noLogger, environment, variablesDocumented]
