// The mutants of a file, by its syntax tree: expressions that become others, statements and bodies of functions that are left out.

import { sourceFile } from '../tidy/source-tree.ts'
import { isFunction, nameOf, type SyntaxNode, syntaxOf } from '../tidy/syntax.ts'
import { variantsOf } from './operators.ts'

export interface Mutant {
  readonly start: number
  readonly end: number
  readonly line: number
  /** What the function is called that it stands in, the innermost that has a name, or what is made of it outside functions; empty for neither. */
  readonly within: string
  readonly operator: string
  /** What stands there, and what it becomes; empty for what is left out. */
  readonly code: string
  readonly becomes: string
  /** How it is switched. */
  readonly place: 'expression' | 'statement' | 'body'
}

/** Types around a value; everything else that begins with TS is a type. */
const typedValues = new Set(['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression', 'TSInstantiationExpression'])
/** Only name things of other files, or say what a bug is. */
const leftAlone = new Set(['ImportDeclaration', 'ExportAllDeclaration', 'ThrowStatement', 'TaggedTemplateExpression', 'Directive'])

const isNode = (value: unknown): value is SyntaxNode => typeof (value as SyntaxNode | null)?.type === 'string'

/** Keys are no values, and a part of a chain may not stand by itself. */
function isFixed(node: SyntaxNode, parent: SyntaxNode | null): boolean {
  if (parent === null) return false
  if (parent.key === node && !parent.computed) return true
  if (parent.type === 'ExportNamedDeclaration' && parent.source === node) return true
  return parent.type.startsWith('Optional') && (parent.object === node || parent.callee === node)
}

/** Null for what has no name that a reason could tell. */
function nameWithin(node: SyntaxNode, parent: SyntaxNode | null, isInFunction: boolean): string | null {
  if (isFunction(node)) return nameOf(node, parent)
  return !isInFunction && node.type === 'VariableDeclarator' ? (node.id.name ?? null) : null
}

export function mutantsOf(path: string, text: string): readonly Mutant[] {
  const found: Mutant[] = []
  let within = ''
  const add = ({ start, end, loc }: SyntaxNode, more: Pick<Mutant, 'operator' | 'becomes' | 'place'>) =>
    found.push({ start, end, line: loc.start.line, within, code: text.slice(start, end), ...more })

  const visit = (node: SyntaxNode, parent: SyntaxNode | null, isInFunction: boolean): void => {
    const around = within
    within = nameWithin(node, parent, isInFunction) ?? around
    find(node, parent, isInFunction)
    within = around
  }
  const find = (node: SyntaxNode, parent: SyntaxNode | null, isInFunction: boolean): void => {
    if (node.type.startsWith('TS') && !typedValues.has(node.type)) return
    if (node.type === 'ThrowStatement') add(node, { operator: 'statement', becomes: '', place: 'statement' })
    if (leftAlone.has(node.type)) return
    if (node.type === 'ExpressionStatement' && node.expression.callee?.type !== 'Super')
      add(node, { operator: 'statement', becomes: '', place: 'statement' })
    if (isFunction(node) && node.body?.type === 'BlockStatement' && node.kind !== 'constructor' && node.body.body.length > 0)
      add(node.body, { operator: 'body', becomes: '{}', place: 'body' })
    if (!isFixed(node, parent))
      for (const variant of variantsOf(node, { text, parent, isInFunction })) add(node, { ...variant, place: 'expression' })
    const inside = isInFunction || isFunction(node)
    for (const [field, value] of Object.entries(node)) {
      if (field === 'loc' || field.endsWith('Comments')) continue
      for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child, node, inside)
    }
  }
  visit(syntaxOf(sourceFile(path, text)), null, false)
  return found.sort((a, b) => a.start - b.start || b.end - a.end)
}
