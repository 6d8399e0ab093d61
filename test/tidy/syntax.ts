// The syntax tree of a file, for rules that regular expressions cannot follow. Parsed once per file, on demand.

import { parse } from '@babel/parser'
import type { SourceFile } from './source-tree.ts'

/** A node as Babel makes it (https://github.com/babel/babel/blob/main/packages/babel-parser/ast/spec.md), its fields by name. */
export interface SyntaxNode {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly loc: { readonly start: { readonly line: number }; readonly end: { readonly line: number } }
  // biome-ignore lint/suspicious/noExplicitAny: what a field holds depends on the type
  readonly [field: string]: any
}

const parsed = new WeakMap<SourceFile, SyntaxNode>()

export function syntaxOf(file: SourceFile): SyntaxNode {
  let program = parsed.get(file)
  if (!program) {
    program = parse(file.text, { sourceType: 'module', plugins: ['typescript'], errorRecovery: true }).program as unknown as SyntaxNode
    parsed.set(file, program)
  }
  return program
}

const isNode = (value: unknown): value is SyntaxNode => typeof (value as SyntaxNode | null)?.type === 'string'

function childrenOf(node: SyntaxNode): SyntaxNode[] {
  return Object.entries(node)
    .filter(([field]) => field !== 'loc' && !field.endsWith('Comments'))
    .flatMap(([, value]) => (Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : []))
}

/** Visits the node and everything in it, outermost first; what is inside a node for which `visit` answers false is left out. */
export function walk(node: SyntaxNode, visit: (node: SyntaxNode, parent: SyntaxNode | null) => unknown): void {
  const step = (at: SyntaxNode, parent: SyntaxNode | null): void => {
    if (visit(at, parent) !== false) for (const child of childrenOf(at)) step(child, at)
  }
  step(node, null)
}

const functions = new Set([
  ...['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'],
  ...['ObjectMethod', 'ClassMethod', 'ClassPrivateMethod'],
])

export const isFunction = (node: SyntaxNode): boolean => functions.has(node.type)

/** What a function is called where it stands; null for one without a name. */
export function nameOf(node: SyntaxNode, parent: SyntaxNode | null): string | null {
  const named = node.id ?? node.key ?? (parent?.type === 'VariableDeclarator' ? parent.id : parent?.key)
  return named?.name ?? named?.id?.name ?? null
}

export const functionName = (node: SyntaxNode, parent: SyntaxNode | null): string => nameOf(node, parent) ?? 'a function'

export const linesOf = (node: SyntaxNode): number => node.loc.end.line - node.loc.start.line + 1
