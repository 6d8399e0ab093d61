// What becomes a mutant, and that a file with all of its switches in it does what it did while none is on, and what the mutant says while
// that one is.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import test from 'node:test'
import { parse } from '@babel/parser'
import { mutantsOf } from './mutants.ts'
import { switchName, withSwitches } from './switches.ts'
import { targetsOf } from './targets.ts'

const found = (text: string) => mutantsOf('x.ts', text).map(({ code, becomes }) => `${code} -> ${becomes}`)

test('conditions, comparisons, arithmetic, logic, literals, lists, calls, statements and bodies have mutants', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['const a = b < c', ['b < c -> (b) <= (c)', 'b < c -> (b) >= (c)']],
    ['const a = b === c', ['b === c -> (b) !== (c)']],
    ['const a = b + c', ['b + c -> (b) - (c)']],
    ['const a = b % c', ['b % c -> (b) * (c)']],
    ['const a = b in c', ['b in c -> !((b) in (c))']],
    ['const a = b && c', ['b && c -> (b) || (c)']],
    ['const a = b ?? c', ['b ?? c -> (b) && (c)']],
    ['const a = !b', ['!b -> b']],
    ['const a = -b', ['-b -> (b)']],
    ['const a = true', ['true -> false']],
    ["const a = 'x'", ["'x' -> ''"]],
    ["const a = ''", ["'' -> 'mutated'"]],
    ['const a = `x`', ["`x` -> ''"]],
    ['const a = [b]', ['[b] -> []']],
    ['const a = []', ["[] -> ['mutated']"]],
    ['const a = b ? c : d', ['b -> true', 'b -> false']],
    ['const a = (b) => b > 1', ['b > 1 -> true', 'b > 1 -> false', 'b > 1 -> (b) >= (1)', 'b > 1 -> (b) <= (1)', '1 -> 2']],
    ['const a = () => 7', ['7 -> 8']],
    ['const a = b.filter(c)', ['b.filter(c) -> b']],
    ['const a = b.some(c)', ['b.some(c) -> b.every(c)']],
    ['const a = Math.min(b, c)', ['Math.min(b, c) -> Math.max(b, c)']],
    ['const a = b.min(c)', []],
    ['function f() { g() }', ['{ g() } -> {}', 'g() -> ']],
    ['while (a) b()', ['a -> false', 'b() -> ']],
    ['if (a) throw b', ['a -> true', 'a -> false', 'throw b -> ']],
    ['for (;;) a += b', ['a += b -> ', 'a += b -> a -= b']],
    ['a++', ['a++ -> ', 'a++ -> a--']],
  ]
  for (const [text, wanted] of cases) assert.deepEqual(found(text), wanted, text)
})

test('a mutant says in which function it stands, the innermost that has a name', () => {
  const text = `
const table = [a]
function f() { return b.map((c) => c + d) }
export const g = wrapped({ h: () => e && k }, (l) => l || m)
class N { #o = () => p < 1; q() { this.r -= s } }
t = !u`
  const around = mutantsOf('x.ts', text).flatMap(({ code, within }) => (code.startsWith('{') ? [] : [`${within}: ${code}`]))
  const wanted = ['table: [a]', 'f: c + d', 'h: e && k', 'g: l || m', 'o: p < 1', 'q: this.r -= s', ': t = !u', ': !u']
  assert.deepEqual(
    [...new Set(around)].filter((one) => !one.endsWith(': 1')),
    wanted,
  )
})

test('types, keys, imports, limits by name, what a bug says, and parts of a chain have none', () => {
  for (const text of [
    "import a from 'a'",
    "export { a } from 'a'",
    "type A = 'x' | 1",
    "interface A { readonly a: 'x'; b?: true }",
    'const limitMax = 100',
    "const a = { 'b-c': d }",
    'const a = b as const',
    "const a = (b: 'x'): c is 'y' => d",
    'const a = b?.c.some(d)',
    'const a = () => {}',
  ])
    assert.deepEqual(found(text), [], text)
  assert.deepEqual(found("throw new Error('x')"), ["throw new Error('x') -> "])
  assert.deepEqual(found("const a = typeof b === 'string'"), ["typeof b === 'string' -> (typeof b) !== ('string')"])
  assert.deepEqual(found('class A extends B { constructor() { super() } }'), [])
})

const sample = `
export type Side = 'left' | 'right'
export function go(list: readonly number[], side: Side = 'left'): string {
  let sum = 0
  for (const n of list) {
    if (n < 2) continue
    else if (n > 10) sum -= 1
    else sum += n
  }
  if (sum > 5) sum = Math.max(sum, 7)
  else sum = 1
  const text = side === 'left' ? ['l', 'x'] as const : []
  return \`\${sum}\${text.join('')}\${list.some((n) => n === 3 && !false)}\`
}
`

async function loaded(text: string): Promise<(list: readonly number[], side?: string) => string> {
  const code = stripTypeScriptTypes(text)
  const url = `data:text/javascript,${encodeURIComponent(code)}`
  return (await import(url)).go
}

const inputs: readonly (readonly [readonly number[], string?])[] = [[[1, 3, 20]], [[2], 'right'], [[]], [[4, 10, 11], 'right'], [[6, 2, 3]]]

test('switches change nothing while off; on, each does what the same change by hand does', async () => {
  const mutants = mutantsOf('x.ts', sample)
  const switched = await loaded(withSwitches(sample, mutants, 100))
  const original = await loaded(sample)
  let on = -1
  const reached = new Set<number>()
  Object.assign(globalThis, {
    [switchName](id: number) {
      reached.add(id)
      return id === on
    },
  })
  const all = (go: typeof original) => inputs.map((input) => go(...input))
  assert.deepEqual(all(switched), all(original))
  assert.deepEqual(
    [...reached].sort(),
    mutants.map((_, i) => 100 + i),
  )
  let changing = 0
  for (const [i, { start, end, becomes, place }] of mutants.entries()) {
    on = 100 + i
    const byHand = place === 'expression' ? `(${becomes})` : place === 'body' ? '{}' : ';'
    const other = all(await loaded(sample.slice(0, start) + byHand + sample.slice(end)))
    assert.deepEqual(all(switched), other, `${sample.slice(start, end)} -> ${becomes}`)
    if (other.join() !== all(original).join()) changing += 1
  }
  assert.ok(changing > 25, `${changing} of ${mutants.length} change something`)
})

test('every file that is mutated is TypeScript with its switches in it', () => {
  const root = join(import.meta.dirname, '../..')
  for (const { mutated } of targetsOf(root)) {
    assert.ok(mutated.length > 10)
    for (const path of mutated) {
      const text = readFileSync(join(root, path), 'utf8')
      const switched = withSwitches(text, mutantsOf(path, text), 0)
      assert.doesNotThrow(() => parse(switched, { sourceType: 'module', plugins: ['typescript'] }), path)
      assert.doesNotThrow(() => stripTypeScriptTypes(switched), path)
    }
  }
})
