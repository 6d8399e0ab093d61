// Rules about functions: how long one is, how many parameters it takes, and that a switch over a union names every case of it.

import type { Rule } from './rule.ts'
import { type SourceFile, type SourceTree, sourceFile } from './source-tree.ts'
import { functionName, isFunction, linesOf, type SyntaxNode, syntaxOf, walk } from './syntax.ts'

export const functionLinesMax = 70
export const parametersMax = 4

const tree = (text: string): SourceTree => ({ files: [sourceFile('packages/api/src/x.ts', text)], manifests: [], pages: [] })

function functionsIn(file: SourceFile): { readonly node: SyntaxNode; readonly where: string }[] {
  const found: { node: SyntaxNode; where: string }[] = []
  walk(syntaxOf(file), (node, parent) => {
    if (isFunction(node)) found.push({ node, where: `${file.path}:${node.loc.start.line}: ${functionName(node, parent)}` })
  })
  return found
}

const testCalls = new Set(['test', 'it', 'describe', 'suite'])

/** `test(...)`, `t.test(...)`, `describe.skip(...)`: a test, or a group of them. */
function isTest({ type, callee }: SyntaxNode): boolean {
  if (type !== 'CallExpression') return false
  return [callee, callee.object, callee.property].some((part) => testCalls.has(part?.name))
}

/** A group of tests is as long as what it holds besides the tests: each of those is measured by itself. */
function ownLines(node: SyntaxNode): number {
  let lines = linesOf(node)
  walk(node.body, (inner) => {
    if (!isTest(inner)) return true
    lines -= linesOf(inner) - 1
    return false
  })
  return lines
}

const length: Rule = {
  name: `no function is longer than ${functionLinesMax} lines`,
  mend: 'divide it by what its parts do; a function that holds state for others to call is a class, or several',
  find: (source) =>
    source.files.flatMap((file) =>
      functionsIn(file)
        .map(({ node, where }) => ({ where, lines: ownLines(node) }))
        .filter(({ lines }) => lines > functionLinesMax)
        .map(({ where, lines }) => `${where}: ${lines} lines`),
    ),
  planted: [
    ['function f() {', '}'],
    ['const f = async () => {', '}'],
    ['class A { f() {', '} }'],
    ['class A { #f() {', '} }'],
    ['const a = { f() {', '} }'],
    ['const a = { f: function () {', '} }'],
    ["test('x', async () => {", '})'],
    ["describe('x', () => {", "test('y', () => {}) })"],
  ].map(([open, close]) => tree(`${open}\n${'g()\n'.repeat(functionLinesMax - 1)}${close}`)),
  innocent: [
    tree(`function f() {\n${'g()\n'.repeat(functionLinesMax - 2)}}`),
    tree(`class A {\n${'f() {}\n'.repeat(functionLinesMax)}}`),
    tree(`describe('x', () => {\n${"test('y', () => {\n\n\n})\n".repeat(functionLinesMax - 2)}})`),
  ],
}

const parameters: Rule = {
  name: `no function takes more than ${parametersMax} parameters by position`,
  mend: 'pass what belongs together as one object, with a name for each',
  find: (source) =>
    source.files.flatMap((file) =>
      functionsIn(file)
        .map(({ node, where }) => ({ where, count: node.params.filter((p: SyntaxNode) => p.name !== 'this').length }))
        .filter(({ count }) => count > parametersMax)
        .map(({ where, count }) => `${where}: ${count} parameters`),
    ),
  planted: [
    'function f(a, b, c, d, e) {}',
    'const f = (a: number, b = 1, { c }, [d], ...e) => 1',
    'class A { constructor(a, b, c, d, e?: string) {} }',
  ].map(tree),
  innocent: ['function f(a, b, c, { d, e, f }) {}', 'function f(this: A, a, b, c, d) {}', 'g(1, 2, 3, 4, 5)'].map(tree),
}

const discriminants = new Set(['type', 'kind', 'table'])

/** The `default` of a switch over `x.type` or `type`, and the like; null where there is none. */
function defaultOf(node: SyntaxNode): SyntaxNode | null {
  if (node.type !== 'SwitchStatement') return null
  if (!discriminants.has((node.discriminant.property ?? node.discriminant).name)) return null
  return node.cases.find((each: SyntaxNode) => each.test === null) ?? null
}

function callsUnhandled(node: SyntaxNode): boolean {
  let calls = false
  walk(node, (inner) => {
    if (inner.type === 'CallExpression' && inner.callee.name === 'unhandled') calls = true
  })
  return calls
}

const everyCase: Rule = {
  name: 'a switch over the type, kind or table of a union has no default that swallows a new one',
  mend: 'name every case, or better look it up in a table with `satisfies`; a default may call unhandled(x), which takes a never',
  find: (source) =>
    source.files.flatMap((file) => {
      const found: string[] = []
      walk(syntaxOf(file), (node) => {
        const byDefault = defaultOf(node)
        if (byDefault && !callsUnhandled(byDefault)) found.push(`${file.path}:${byDefault.loc.start.line}: default`)
      })
      return found
    }),
  planted: [
    "switch (event.type) { case 'A': return 1; default: return 0 }",
    'switch (kind) { default: }',
    'switch (a.b?.table) { default: throw new Error(a.b.table) }',
  ].map((text) => tree(`function f() { ${text} }`)),
  innocent: [
    "switch (event.type) { case 'A': return 1 }",
    "switch (event.type) { case 'A': return 1; default: return unhandled(event) }",
    'switch (name) { default: return 0 }',
  ].map((text) => tree(`function f() { ${text} }`)),
}

export const functionRules: readonly Rule[] = [length, parameters, everyCase]
