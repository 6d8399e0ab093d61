// What may become of a node of the syntax tree: each other text is one mutant. What a bug says (in a throw), what is typed, what a key is
// called and numbers outside functions, which are limits by name, are left alone.
import type { SyntaxNode } from '../tidy/syntax.ts'

export interface Variant {
  /** What was changed: one word of the report. */
  readonly operator: string
  readonly becomes: string
}

/** Where a node stands. */
export interface Surroundings {
  readonly text: string
  readonly parent: SyntaxNode | null
  readonly isInFunction: boolean
}

type Operator = (node: SyntaxNode, around: Surroundings) => readonly Variant[]

const textOf = ({ text }: Surroundings, { start, end }: { readonly start: number; readonly end: number }) => text.slice(start, end)

const otherBinary: Readonly<Record<string, readonly string[]>> = {
  '===': ['!=='],
  '!==': ['==='],
  '<': ['<=', '>='],
  '>': ['>=', '<='],
  '<=': ['<', '>'],
  '>=': ['>', '<'],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  in: ['!in'],
}
const otherLogical: Readonly<Record<string, string>> = { '&&': '||', '||': '&&', '??': '&&' }
const otherAssignment: Readonly<Record<string, string>> = { '+=': '-=', '-=': '+=', '??=': '=', '||=': '&&=', '&&=': '||=' }
const otherMethod: Readonly<Record<string, string>> = {
  some: 'every',
  every: 'some',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
  toLowerCase: 'toUpperCase',
  toUpperCase: 'toLowerCase',
}
/** Without the call the object itself is left. */
const dispensable = new Set(['filter', 'slice', 'sort', 'toSorted', 'reverse', 'toReversed', 'trim', 'concat'])
const otherBound: Readonly<Record<string, string>> = { min: 'max', max: 'min' }

const isText = ({ type }: SyntaxNode) => type === 'StringLiteral' || type === 'TemplateLiteral'
const isTypeOf = ({ type, operator }: SyntaxNode) => type === 'UnaryExpression' && operator === 'typeof'

const binary: Operator = (node, around) => {
  const { left, right, operator } = node
  if (operator === '+' && (isText(left) || isText(right))) return []
  const [a, b] = [textOf(around, left), textOf(around, right)]
  return (otherBinary[operator] ?? []).map((other) => ({
    operator: 'comparison or arithmetic',
    becomes: other === '!in' ? `!((${a}) in (${b}))` : `(${a}) ${other} (${b})`,
  }))
}

const logical: Operator = ({ left, right, operator }, around) => [
  { operator: 'logic', becomes: `(${textOf(around, left)}) ${otherLogical[operator]} (${textOf(around, right)})` },
]

const unary: Operator = ({ operator, argument }, around) => {
  if (operator === '!') return [{ operator: 'negation', becomes: textOf(around, argument) }]
  return operator === '-' ? [{ operator: 'sign', becomes: `(${textOf(around, argument)})` }] : []
}

const update: Operator = ({ operator, prefix, argument }, around) => {
  const other = operator === '++' ? '--' : '++'
  const target = textOf(around, argument)
  return [{ operator: 'step', becomes: prefix ? `${other}${target}` : `${target}${other}` }]
}

const assignment: Operator = ({ operator, left, right }, around) => {
  const other = otherAssignment[operator]
  return other === undefined ? [] : [{ operator: 'assignment', becomes: `${textOf(around, left)} ${other} ${textOf(around, right)}` }]
}

const boolean: Operator = ({ value }) => [{ operator: 'boolean', becomes: String(!value) }]
const number: Operator = ({ value }, { isInFunction }) => (isInFunction ? [{ operator: 'number', becomes: String(value + 1) }] : [])

const string: Operator = ({ value }, { parent }) => {
  // The comparison itself has mutants that say the same.
  if (parent?.type === 'BinaryExpression' && (isTypeOf(parent.left) || isTypeOf(parent.right))) return []
  return [{ operator: 'text', becomes: value === '' ? "'mutated'" : "''" }]
}
const template: Operator = ({ quasis }) =>
  quasis.every((part: SyntaxNode) => part.value.raw === '') ? [] : [{ operator: 'text', becomes: "''" }]

const array: Operator = ({ elements }) => [{ operator: 'list', becomes: elements.length === 0 ? "['mutated']" : '[]' }]

const call: Operator = (node, around) => {
  const { callee } = node
  const name: string | undefined = callee.type === 'MemberExpression' && !callee.computed ? callee.property.name : undefined
  if (name === undefined) return []
  if (dispensable.has(name)) return [{ operator: 'call', becomes: textOf(around, callee.object) }]
  const other = callee.object.name === 'Math' ? otherBound[name] : Object.hasOwn(otherMethod, name) ? otherMethod[name] : undefined
  if (other === undefined) return []
  const { start, end } = callee.property as SyntaxNode
  return [{ operator: 'call', becomes: `${around.text.slice(node.start, start)}${other}${around.text.slice(end, node.end)}` }]
}

const operators: Readonly<Record<string, Operator>> = {
  BinaryExpression: binary,
  LogicalExpression: logical,
  UnaryExpression: unary,
  UpdateExpression: update,
  AssignmentExpression: assignment,
  BooleanLiteral: boolean,
  NumericLiteral: number,
  StringLiteral: string,
  TemplateLiteral: template,
  ArrayExpression: array,
  CallExpression: call,
}

/** A condition that always holds is a loop without end: there it only never holds. */
const conditionsOf: Readonly<Record<string, readonly string[]>> = {
  IfStatement: ['true', 'false'],
  ConditionalExpression: ['true', 'false'],
  WhileStatement: ['false'],
  DoWhileStatement: ['false'],
  ForStatement: ['false'],
}

const isBoolean = ({ type, operator }: SyntaxNode) =>
  (type === 'LogicalExpression' && operator !== '??') ||
  (type === 'BinaryExpression' && /^([=!]==|[<>]=?|in)$/.test(operator)) ||
  (type === 'UnaryExpression' && operator === '!')

/** A test of a branch, and a comparison that is what a function returns. */
function asCondition(node: SyntaxNode, { parent }: Surroundings): readonly Variant[] {
  if (parent === null) return []
  const isReturned =
    (parent.type === 'ReturnStatement' && parent.argument === node) || (parent.type === 'ArrowFunctionExpression' && parent.body === node)
  const values = parent.test === node ? (conditionsOf[parent.type] ?? []) : isReturned && isBoolean(node) ? ['true', 'false'] : []
  return values.map((becomes) => ({ operator: 'condition', becomes }))
}

/** Everything that an expression may become; two ways to one text are one. */
export function variantsOf(node: SyntaxNode, around: Surroundings): readonly Variant[] {
  const all = [...asCondition(node, around), ...(operators[node.type]?.(node, around) ?? [])]
  const own = textOf(around, node)
  return all.filter(({ becomes }, i) => becomes !== own && all.findIndex((other) => other.becomes === becomes) === i)
}
