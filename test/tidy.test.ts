// The house style as tests: each rule of test/tidy runs over the whole work tree, and over violations planted in memory, which it must
// report. `node test/tidy.test.ts --diagram` prints the dependency diagram for ARCHITECTURE.md.

import assert from 'node:assert/strict'
import { join } from 'node:path'
import test from 'node:test'
import { clockRules } from './tidy/clock-rules.ts'
import { dependencyRules } from './tidy/dependency-rules.ts'
import { fileLinesWorthALook, fileRules, longFiles } from './tidy/file-rules.ts'
import { functionRules } from './tidy/function-rules.ts'
import { dependencyDiagram, diagramEnd, diagramStart, mayImport } from './tidy/layers.ts'
import { lockRules } from './tidy/lock-rules.ts'
import { moduleRules } from './tidy/module-rules.ts'
import { placeRules } from './tidy/place-rules.ts'
import { purityRules } from './tidy/purity-rules.ts'
import { readSourceTree, sourceFile } from './tidy/source-tree.ts'

if (process.argv.includes('--diagram')) {
  console.log(dependencyDiagram())
  process.exit()
}

const tree = readSourceTree(join(import.meta.dirname, '..'))
const describe = (planted: typeof tree) => JSON.stringify(planted).slice(0, 400)

test('the work tree is seen', () => {
  const packages = new Set(tree.files.map((file) => file.path.split('/')[1]))
  for (const name of mayImport.keys()) assert.ok(packages.has(name), `packages/${name} stands in test/tidy/layers.ts but has no file`)
  assert.ok(tree.manifests.length > mayImport.size, 'each package and the root have a package.json')
})

const rules = [
  ...dependencyRules,
  ...purityRules,
  ...clockRules,
  ...fileRules,
  ...functionRules,
  ...moduleRules,
  ...placeRules,
  ...lockRules,
]

for (const rule of rules) {
  test(rule.name, () => {
    const offences = rule.find(tree)
    if (offences.length > 0) assert.fail(`${offences.length} offences:\n  ${offences.join('\n  ')}\nto mend: ${rule.mend}`)
  })

  test(`a planted violation is reported: ${rule.name}`, () => {
    for (const planted of rule.planted) assert.notDeepEqual(rule.find(planted), [], describe(planted))
    for (const innocent of rule.innocent ?? []) assert.deepEqual(rule.find(innocent), [], describe(innocent))
  })
}

test('long files are named, not refused', (t) => {
  const long = longFiles(tree)
  if (long.length > 0) t.diagnostic(`over ${fileLinesWorthALook} lines: ${long.join(', ')}`)
})

test('imports are found in every form, and not in prose', () => {
  const text = [
    "import a from 'a'",
    "import type { B } from 'b'",
    "import {\n  c,\n} from 'c'",
    "export * from 'd'",
    "import 'e'",
    "const f = await import('f')",
    "const g = require('g')",
    "const h = /['\"]/.test(x) ? require.resolve('h') : `$" + "{'`'}`",
    "// import i from 'i'",
    "/* from 'j' */ const k = \"import k from 'k'\"",
    'const l = `import $' + "{m} from 'l'`",
    "const n = 4 / 2; import o from 'o' // 1 / 2",
    "command.requiredOption('--p').from('q')",
  ].join('\n')
  const found = sourceFile('x.ts', text).imports.map(({ specifier }) => specifier)
  assert.deepEqual(found, ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'o'])
})

test('the dependency diagram in ARCHITECTURE.md is the one that is enforced', () => {
  const page = tree.pages.find(({ path }) => path === 'ARCHITECTURE.md')
  if (page === undefined) return
  const start = page.text.indexOf(diagramStart)
  const end = page.text.indexOf(diagramEnd)
  assert.ok(start >= 0 && end > start, `ARCHITECTURE.md lacks the markers; paste this:\n\n${dependencyDiagram()}\n`)
  const found = page.text.slice(start, end + diagramEnd.length)
  assert.equal(found, dependencyDiagram(), 'paste the output of: node test/tidy.test.ts --diagram')
})
