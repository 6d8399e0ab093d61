// Rules about the files of a package among themselves, and about what they export: no circles, nothing that only tests use.

import { posix } from 'node:path'
import type { Rule } from './rule.ts'
import { isTestCode, packageOf, type SourceFile, type SourceTree, sourceFile } from './source-tree.ts'
import { type SyntaxNode, syntaxOf, walk } from './syntax.ts'

const planted = (files: Readonly<Record<string, string>>): SourceTree => ({
  files: Object.entries(files).map(([path, text]) => sourceFile(path, text)),
  manifests: [],
  pages: [],
})

/** The file that a relative import means; undefined for a package. */
const target = (file: SourceFile, specifier: string): string | undefined =>
  specifier.startsWith('.') ? posix.join(posix.dirname(file.path), specifier) : undefined

const isIndex = (path: string) => /^packages\/[^/]+\/src\/index\.ts$/.test(path)

/** Groups of files of which each imports itself through the others (Tarjan's strongly connected components). */
function circles(next: ReadonlyMap<string, readonly string[]>): string[][] {
  const found: string[][] = []
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const open: string[] = []
  const visit = (path: string): void => {
    index.set(path, index.size)
    low.set(path, index.get(path)!)
    open.push(path)
    for (const to of next.get(path) ?? []) {
      if (!index.has(to)) visit(to)
      if (open.includes(to)) low.set(path, Math.min(low.get(path)!, low.get(to)!))
    }
    if (low.get(path) !== index.get(path)) return
    const circle = open.splice(open.indexOf(path))
    if (circle.length > 1) found.push(circle.sort())
  }
  for (const path of next.keys()) if (!index.has(path)) visit(path)
  return found
}

const noCircles: Rule = {
  name: 'the files of a package form no circle',
  mend: 'move what both need into a file of its own, or pass it as an argument (types count: they are read together too)',
  find(tree) {
    const shipped = tree.files.filter((file) => !isTestCode(file.path))
    const paths = new Set(shipped.map(({ path }) => path))
    const next = new Map(
      shipped.map((file) => [
        file.path,
        file.imports.map(({ specifier }) => target(file, specifier)).filter((path) => path !== undefined && paths.has(path)) as string[],
      ]),
    )
    return circles(next).flatMap((circle) =>
      circle.map((path) => `${path}: in a circle with ${circle.filter((p) => p !== path).join(', ')}`),
    )
  },
  planted: [
    planted({ 'packages/a/src/x.ts': "import './y.ts'", 'packages/a/src/y.ts': "import type { X } from './x.ts'" }),
    planted({
      'packages/a/src/x.ts': "import './b/y.ts'",
      'packages/a/src/b/y.ts': "export { z } from '../z.ts'",
      'packages/a/src/z.ts': "const x = await import('./x.ts')",
    }),
  ],
  innocent: [
    planted({
      'packages/a/src/x.ts': "import './y.ts'\nimport './z.ts'",
      'packages/a/src/y.ts': "import './z.ts'",
      'packages/a/src/z.ts': '',
    }),
    planted({ 'packages/a/src/x.ts': "import './x.test.ts'", 'packages/a/src/x.test.ts': "import './x.ts'" }),
  ],
}

/** `everything` for what cannot be told: an import as a whole, at run time, or by star. */
const everything = '*'

/** Names that a file imports, or exports further, by the module they come from. */
function usedNames(file: SourceFile): Map<string, Set<string>> {
  const used = new Map<string, Set<string>>()
  const use = (specifier: string, name: string) => {
    const names = used.get(specifier) ?? new Set()
    used.set(specifier, names.add(name))
  }
  walk(syntaxOf(file), (node) => {
    const from: string | undefined = node.source?.value
    if (node.type === 'ImportDeclaration' || (node.type === 'ExportNamedDeclaration' && from !== undefined)) {
      for (const each of node.specifiers) use(from!, (each.imported ?? each.local)?.name ?? everything)
      if (node.specifiers.some((each: SyntaxNode) => each.type === 'ImportNamespaceSpecifier')) use(from!, everything)
    }
    if (node.type === 'ExportAllDeclaration') use(from!, everything)
    const atRunTime = node.type === 'ImportExpression' || (node.type === 'CallExpression' && node.callee.type === 'Import')
    const argument = node.type === 'TSImportType' ? node.argument : atRunTime ? (node.source ?? node.arguments[0]) : null
    const module: unknown = argument?.literal?.value ?? argument?.value
    if (typeof module === 'string') use(module, everything)
  })
  return used
}

/** Names that a file exports and declares itself, or, for an index, exports further by name. */
function exportedNames(file: SourceFile): { readonly name: string; readonly line: number }[] {
  const found: { name: string; line: number }[] = []
  for (const node of syntaxOf(file).body as SyntaxNode[]) {
    if (node.type !== 'ExportNamedDeclaration') continue
    const { line } = node.loc.start
    const { declaration, specifiers } = node
    for (const each of specifiers) found.push({ name: each.exported.name, line: each.loc.start.line })
    if (declaration?.id) found.push({ name: declaration.id.name, line })
    for (const each of declaration?.declarations ?? []) {
      walk({ ...each.id, typeAnnotation: null }, ({ type, name }, parent) => {
        if (type === 'Identifier' && !(parent?.type === 'ObjectProperty' && parent.key.name === name && parent.value.name !== name))
          found.push({ name, line })
      })
    }
  }
  return found
}

/** Whether a name stands in the file more often than where it is declared. */
function usesItself(file: SourceFile, name: string): boolean {
  return [...file.code.matchAll(new RegExp(`(?<![\\w$.#])${name.replaceAll('$', '\\$')}(?![\\w$])`, 'g'))].length > 1
}

/** People outside this repository import these by name. */
const publishedPackages = new Set(['client'])
/** What these export is there for tests, of this package and of others. */
const packagesForTests = new Set(['testing', 'local-stack'])
/** Loaded by a bin/ that any Node can parse, and that is therefore no TypeScript. */
const entries = new Set(['packages/cli/src/main.ts'])

interface Use {
  readonly name: string
  /** The file of the package that declares it, or `@skein/<package>`. */
  readonly module: string
  readonly by: SourceFile
}

function usesIn(tree: SourceTree): (module: string, name: string) => readonly SourceFile[] {
  const uses = [...tree.files, ...(tree.generated ?? [])].flatMap((by): Use[] =>
    [...usedNames(by)].flatMap(([specifier, names]) => {
      const module = target(by, specifier) ?? specifier
      return [...names].map((name) => ({ name, module, by }))
    }),
  )
  const byModule = Map.groupBy(uses, ({ module }) => module)
  return (module, name) => (byModule.get(module) ?? []).filter((use) => use.name === name || use.name === everything).map(({ by }) => by)
}

const unused: Rule = {
  name: 'nothing is exported from a package that nobody outside it imports',
  mend: 'take it out of index.ts',
  find(tree) {
    const uses = usesIn(tree)
    return tree.files
      .filter(({ path }) => isIndex(path) && !publishedPackages.has(packageOf(path)!))
      .flatMap((index) =>
        exportedNames(index)
          .filter(({ name }) => [...uses(index.path, name), ...uses(`@skein/${packageOf(index.path)}`, name)].length === 0)
          .map(({ name, line }) => `${index.path}:${line}: ${name}`),
      )
  },
  planted: [
    planted({ 'packages/api/src/index.ts': "export { a } from './a.ts'", 'packages/server/src/x.ts': "import { b } from '@skein/api'" }),
    planted({ 'packages/api/src/index.ts': "export type { A } from './a.ts'", 'packages/api/src/b.ts': "import type { A } from './a.ts'" }),
    planted({ 'packages/testing/src/index.ts': "export { a } from './a.ts'" }),
  ],
  innocent: [
    planted({
      'packages/api/src/index.ts': "export { a } from './a.ts'",
      'packages/server/src/x.ts': "import { a as b } from '@skein/api'",
    }),
    planted({ 'packages/api/src/index.ts': "export { a } from './a.ts'", 'test/e2e/x.ts': "import { a } from '@skein/api'" }),
    planted({ 'packages/api/src/index.ts': "export { a } from './a.ts'", 'packages/api/test/x.ts': "import { a } from '../src/index.ts'" }),
    planted({
      'packages/api/src/index.ts': "export type { A } from './a.ts'",
      'packages/server/src/x.ts': "type B = import('@skein/api').A",
    }),
    planted({ 'packages/client/src/index.ts': "export { a } from './a.ts'" }),
  ],
}

const onlyTests: Rule = {
  name: 'nothing is there that only tests use',
  mend: 'delete it, or take the export away; what only tests need is in packages/testing or a test directory',
  find(tree) {
    const uses = usesIn(tree)
    const indexes = new Map(tree.files.filter(({ path }) => isIndex(path)).map((index) => [packageOf(index.path)!, index]))
    return tree.files
      .filter(({ path }) => !isTestCode(path) && !isIndex(path) && !entries.has(path))
      .flatMap((file) => {
        const home = packageOf(file.path)!
        const index = indexes.get(home)
        const counts = (by: SourceFile) => by !== index && (packagesForTests.has(home) || !isTestCode(by.path))
        const isUsed = (name: string): boolean => {
          if (usesItself(file, name) || uses(file.path, name).some(counts)) return true
          if (!index || !uses(file.path, name).includes(index)) return false
          return publishedPackages.has(home) || uses(`@skein/${home}`, name).some(counts)
        }
        return exportedNames(file)
          .filter(({ name }) => !isUsed(name))
          .map(({ name, line }) => `${file.path}:${line}: ${name}`)
      })
  },
  planted: [
    planted({ 'packages/api/src/x.ts': 'export const a = 1' }),
    planted({ 'packages/api/src/x.ts': 'export const a = 1', 'packages/api/src/x.test.ts': "import { a } from './x.ts'" }),
    planted({ 'packages/api/src/x.ts': 'export type A = 1', 'packages/api/test/x.ts': "import type { A } from '../src/x.ts'" }),
    planted({
      'packages/api/src/x.ts': 'export function a() {}',
      'packages/api/src/index.ts': "export { a } from './x.ts'",
      'test/x.ts': "import { a } from '@skein/api'",
    }),
    planted({ 'packages/testing/src/x.ts': 'export function a() {}', 'packages/testing/src/index.ts': "export { a } from './x.ts'" }),
  ],
  innocent: [
    planted({ 'packages/api/src/x.ts': 'export const a = 1\nconsole.log(a)' }),
    planted({ 'packages/api/src/x.ts': 'export const a: Partial<B> = {}\nconsole.log(a)' }),
    {
      ...planted({ 'packages/api/src/x.ts': 'export const a = 1' }),
      generated: [sourceFile('packages/api/src/generated/y.ts', "import { a } from '../x.ts'")],
    },
    planted({ 'packages/api/src/x.ts': 'export class A {}', 'packages/api/src/y.ts': "import { A } from './x.ts'" }),
    planted({
      'packages/api/src/x.ts': 'export const { a, b: [c] } = f()',
      'packages/api/src/y.ts': "import * as x from './x.ts'",
    }),
    planted({
      'packages/api/src/x.ts': 'export function a() {}',
      'packages/api/src/index.ts': "export { a } from './x.ts'",
      'packages/server/src/x.ts': "import { a } from '@skein/api'",
    }),
    planted({
      'packages/testing/src/x.ts': 'export function a() {}',
      'packages/testing/src/index.ts': "export { a } from './x.ts'",
      'packages/api/test/x.ts': "import { a } from '@skein/testing'",
    }),
    planted({ 'packages/client/src/x.ts': 'export const a = 1', 'packages/client/src/index.ts': "export { a } from './x.ts'" }),
  ],
}

export const moduleRules: readonly Rule[] = [noCircles, unused, onlyTests]
