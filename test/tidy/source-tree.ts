// The work tree as data for the tidy rules: every TypeScript file with its text, and copies of that text with comments and string
// contents blanked, so that a rule never trips over prose or over the planted violations of its own test. Positions stay the same.

import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface SourceFile {
  /** From the root of the work tree, with forward slashes. */
  readonly path: string
  readonly text: string
  /** The text with comments and the insides of strings and regular expressions replaced by spaces. */
  readonly code: string
  readonly imports: readonly ImportedModule[]
}

export interface ImportedModule {
  readonly specifier: string
  readonly line: number
}

export interface Manifest {
  readonly path: string
  readonly name: string
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
  readonly peerDependencies: Readonly<Record<string, string>>
  readonly optionalDependencies: Readonly<Record<string, string>>
}

export interface Page {
  readonly path: string
  readonly text: string
}

export interface SourceTree {
  readonly files: readonly SourceFile[]
  /** Made from schemas/: no rule holds them to anything, and what they import is used. */
  readonly generated?: readonly SourceFile[]
  readonly manifests: readonly Manifest[]
  /** Markdown pages. */
  readonly pages: readonly Page[]
  /** The packages of package-lock.json by their path; the root's is empty. */
  readonly lock?: Readonly<Record<string, LockEntry>>
}

export type LockEntry = Partial<Omit<Manifest, 'path' | 'name'>>

const leftOut = (path: string) => /(^|\/)(node_modules|dist|baseline|\.[^/]+)(\/|$)/.test(path)
const isGenerated = (path: string) => /(^|\/)generated\//.test(path)

export function readSourceTree(root: string): SourceTree {
  const read = (pattern: string): Page[] =>
    globSync(pattern, { cwd: root, exclude: (path) => /(^|\/)(node_modules|dist)$/.test(String(path)) })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => !leftOut(path))
      .sort()
      .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
  const sources = read('{packages,test,infra}/**/*.ts').map((page) => sourceFile(page.path, page.text))
  return {
    files: sources.filter(({ path }) => !isGenerated(path)),
    generated: sources.filter(({ path }) => isGenerated(path) && !path.endsWith('.d.ts')),
    manifests: [...read('package.json'), ...read('packages/*/package.json')].map((page) => manifest(page.path, JSON.parse(page.text))),
    pages: [...read('*.md'), ...read('docs/**/*.md'), ...read('packages/*/*.md')],
    lock: JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages,
  }
}

export function manifest(path: string, json: Partial<Manifest>): Manifest {
  const { name = '', dependencies = {}, devDependencies = {}, peerDependencies = {}, optionalDependencies = {} } = json
  return { path, name, dependencies, devDependencies, peerDependencies, optionalDependencies }
}

export function sourceFile(path: string, text: string): SourceFile {
  const code = blanked(text)
  return { path, text, code, imports: importsOf(text, code) }
}

/** `packages/<name>/...` -> `<name>`; anything else belongs to the root. */
export const packageOf = (path: string): string | undefined => /^packages\/([^/]+)\//.exec(path)?.[1]

/** Tests, benches and build programs: everything that a running server never loads. */
export const isTestCode = (path: string): boolean => path.endsWith('.test.ts') || !/^packages\/[^/]+\/src\//.test(path)

export const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length

/** Every place in the code (never in comments or strings) where the pattern matches. */
export function places(file: SourceFile, pattern: RegExp): { readonly line: number; readonly found: string }[] {
  return [...file.code.matchAll(new RegExp(pattern, 'g'))].map((m) => ({ line: lineAt(file.code, m.index), found: m[0].trim() }))
}

const importPattern = /(?:\bfrom\s*|\bimport\s*\(\s*|\bimport\s*|\brequire(?:\.resolve)?\s*\(\s*)(['"`])([^'"`]*)\1/dg

function importsOf(text: string, code: string): ImportedModule[] {
  return [...code.matchAll(importPattern)].map((match) => ({
    specifier: text.slice(...match.indices![2]!),
    line: lineAt(text, match.index),
  }))
}

/** After these a slash begins a regular expression, not a division. */
const beforeRegExp = /(?:^|[(,=:[!&|?{};<>+\-*%~^]|\b(?:return|typeof|case|in|of|yield|await))\s*$/

function blanked(text: string): string {
  const out = text.split('')
  const blank = (from: number, to: number) => {
    for (let i = from; i < to && i < out.length; i += 1) if (out[i] !== '\n') out[i] = ' '
  }
  // One entry per template string that is open; the count is of braces opened inside its `${`.
  const templates: number[] = []
  let i = 0
  const template = (from: number) => {
    let end = from
    while (end < text.length && text[end] !== '`' && !text.startsWith('${', end)) end += text[end] === '\\' ? 2 : 1
    blank(from, end)
    if (text[end] === '`') return end + 1
    templates.push(0)
    return end + 2
  }
  while (i < text.length) {
    const c = text[i]
    if (text.startsWith('//', i)) {
      const newline = text.indexOf('\n', i)
      const end = newline < 0 ? text.length : newline
      blank(i, end)
      i = end
    } else if (text.startsWith('/*', i)) {
      const close = text.indexOf('*/', i + 2)
      const end = close < 0 ? text.length : close + 2
      blank(i, end)
      i = end
    } else if (c === "'" || c === '"') {
      const end = closing(text, i + 1, c)
      blank(i + 1, end)
      i = end + 1
    } else if (c === '`') i = template(i + 1)
    else if (c === '/' && beforeRegExp.test(text.slice(Math.max(0, i - 40), i))) {
      const end = closingRegExp(text, i + 1)
      blank(i + 1, end)
      i = end + 1
    } else {
      const open = templates.length - 1
      if (open >= 0 && c === '{') templates[open] = (templates[open] ?? 0) + 1
      if (open >= 0 && c === '}') {
        if (templates[open] === 0) {
          templates.pop()
          i = template(i + 1)
          continue
        }
        templates[open] = (templates[open] ?? 0) - 1
      }
      i += 1
    }
  }
  return out.join('')
}

function closing(text: string, from: number, quote: string): number {
  let i = from
  while (i < text.length && text[i] !== quote && text[i] !== '\n') i += text[i] === '\\' ? 2 : 1
  return i
}

function closingRegExp(text: string, from: number): number {
  let inClass = false
  let i = from
  while (i < text.length && text[i] !== '\n' && (inClass || text[i] !== '/')) {
    if (text[i] === '[') inClass = true
    if (text[i] === ']') inClass = false
    i += text[i] === '\\' ? 2 : 1
  }
  return i
}
