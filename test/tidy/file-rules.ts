// Rules about the look of a single file: its name, its length, its first lines, and the constructs that type stripping or the house
// style refuse.

import type { Rule } from './rule.ts'
import { places, type SourceFile, type SourceTree, sourceFile } from './source-tree.ts'

export const fileLinesMax = 400
export const fileLinesWorthALook = 250

const tree = (path: string, text: string): SourceTree => ({ files: [sourceFile(path, text)], manifests: [], pages: [] })
const found = (source: SourceTree, pattern: RegExp, except: (file: SourceFile) => boolean = () => false) =>
  source.files
    .filter((file) => !except(file))
    .flatMap((file) => places(file, pattern).map((place) => `${file.path}:${place.line}: ${place.found}`))

const lines = (file: SourceFile) => file.text.trimEnd().split('\n').length

export const longFiles = (source: SourceTree): string[] =>
  source.files.filter((file) => lines(file) > fileLinesWorthALook).map((file) => `${file.path}: ${lines(file)} lines`)

const header: Rule = {
  name: 'a file opens with what it owns and what stays true',
  mend: 'write one to five sentences as the first comment of the file (an index.ts, which only lists names, needs none)',
  find: (source) =>
    source.files
      .filter((file) => !file.path.endsWith('/index.ts'))
      .filter((file) => !/^(?:#![^\n]*\n)?\s*\/[/*]+\s*\S.{20,}/.test(file.text))
      .map((file) => file.path),
  planted: [
    tree('packages/api/src/x.ts', 'export const a = 1\n// A comment that comes too late to open the file.\n'),
    tree('packages/api/src/x.ts', '//\nexport const a = 1\n'),
    tree('packages/api/src/x.ts', '// short\nexport const a = 1\n'),
  ],
  innocent: [
    tree('packages/api/src/x.ts', '#!/usr/bin/env node\n// Starts the command line and nothing else.\n'),
    tree('packages/api/src/index.ts', "export { a } from './a.ts'\n"),
  ],
}

const length: Rule = {
  name: `no file is longer than ${fileLinesMax} lines`,
  mend: 'divide it by what it owns',
  find: (source) => source.files.filter((file) => lines(file) > fileLinesMax).map((file) => `${file.path}: ${lines(file)} lines`),
  planted: [tree('packages/api/src/x.ts', 'a\n'.repeat(fileLinesMax + 1))],
  innocent: [tree('packages/api/src/x.ts', 'a\n'.repeat(fileLinesMax))],
}

const drawers = /(?:^|[-.])(?:utils?|helpers?|commons?|types|misc|managers?|services?|handlers?|workers?)(?=[-.]|$)/

const names: Rule = {
  name: 'files are kebab-case and named after one noun, never after a drawer',
  mend: 'name the file after what it owns; types live with the code that owns them',
  find: (source) =>
    source.files
      .filter(({ path }) => {
        const segments = path.split('/').map((segment) => segment.replace(/(?:\.test)?\.ts$/, ''))
        return segments.some((segment) => drawers.test(segment) || !/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/.test(segment))
      })
      .map(({ path }) => path),
  planted: [
    ...['utils', 'test-helpers', 'common', 'wire-types', 'connection-manager', 'user-service', 'handler', 'worker', 'connectionTable'].map(
      (name) => tree(`packages/api/src/${name}.ts`, ''),
    ),
    tree('packages/api/src/helpers/x.ts', ''),
  ],
  innocent: [
    tree('packages/api/src/prototypes.ts', ''),
    tree('packages/domain/src/conversation/send-message.test.ts', ''),
    tree('packages/client/src/vite.config.ts', ''),
  ],
}

const nothingButNames: Rule = {
  name: 'an index.ts holds named re-exports only',
  mend: 'move the code to a file named after it and re-export the names',
  find: (source) =>
    source.files
      .filter((file) => /^packages\/[^/]+\/src\/index\.ts$/.test(file.path))
      .filter((file) => file.code.replaceAll(/export (?:type )?(?:\{[^}]*\}|\*)(?: from '\s*')?;?/g, '').trim() !== '')
      .map((file) => file.path),
  planted: [tree('packages/api/src/index.ts', "export { a } from './a.ts'\nexport const b = 1\n")],
  innocent: [
    tree('packages/api/src/index.ts', "// Made of names.\nexport {\n  a,\n  type B,\n} from './a.ts'\nexport type * from './b.ts'\n"),
  ],
}

// The test runner loads a reporter, and build tools their configuration, by default export.
const needsDefaultExport = (file: SourceFile) =>
  ['test/unexpected-skips.ts', 'test/passed-tests.ts'].includes(file.path) || file.path.endsWith('.config.ts')

const defaultExport: Rule = {
  name: 'exports have names',
  mend: 'export it by name',
  find: (source) => found(source, /\bexport\s+default\b|\bas\s+default\b/, needsDefaultExport),
  planted: [tree('packages/api/src/x.ts', 'export default 1'), tree('packages/api/src/x.ts', 'export { a as default }')],
  innocent: [tree('packages/api/vite.config.ts', 'export default {}')],
}

const erasable: Rule = {
  name: 'no enums, namespaces or decorators',
  mend: 'use a union of literals, a module, a function',
  find: (source) =>
    found(
      source,
      /^\s*(?:export\s+)?(?:declare\s+)?(?:const\s+)?enum\s+\w+|^\s*(?:export\s+)?(?:declare\s+)?(?:namespace|module)\s+\w+\s*\{|^\s*@\w+/m,
    ),
  planted: ['enum A {}', 'export const enum A {}', 'export namespace A {}', '@injectable()\nclass A {}'].map((text) =>
    tree('packages/api/src/x.ts', text),
  ),
  innocent: [tree('packages/api/src/x.ts', "const namespace = 'skein.events'\n// enum A {}\n")],
}

const only: Rule = {
  name: 'no test shuts the others out',
  mend: 'take the .only away',
  find: (source) => found(source, /\b(?:test|it|describe|suite)\s*\.\s*only\s*\(|\bonly\s*:\s*true\b/),
  planted: [tree('packages/api/test/x.test.ts', "test.only('x', () => {})"), tree('test/x.test.ts', "test('x', { only: true }, f)")],
  innocent: [tree('packages/api/test/x.ts', "startStack({ only: ['kafka'] })")],
}

const wholeErrors: Rule = {
  name: 'an error goes to the logger whole',
  mend: 'pass { error }: the logger writes name, code, message and causes, and of a bug where it was thrown',
  find: (source) =>
    found(source, /\b[lL]ogger\s*\.\s*(?:debug|info|warn|error)\(\s*\{[^}]*(?:\.message\b|\bString\([\w.]*(?:error|cause|reason|fault)\))/),
  planted: ["{ error: String(error) }, 'x'", "{ a, reason: (cause as Error).message }, 'x'", "\n{ error: value.cause.message },\n'x'"].map(
    (call) => tree('packages/api/src/x.ts', `this.#logger.warn(${call})`),
  ),
  innocent: ["{ error }, 'x'", "{ reason, offset: String(offset) }, 'x'", '{ error: cause }, String(error.message)'].map((call) =>
    tree('packages/api/src/x.ts', `logger.warn(${call})`),
  ),
}

export const fileRules: readonly Rule[] = [header, length, names, nothingButNames, defaultExport, erasable, only, wholeErrors]
