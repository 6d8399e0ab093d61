// Turns schemas/aggregates.json into the function that says which aggregate a command or event belongs to. Its id is a text
// with the fields of the record in it, such as name:{userName|lower}.
import type { AvroRecord } from './avro.ts'

export interface Aggregate {
  name: string
  id: string
  doc: string
}

function expressionOf(id: string, record: AvroRecord): string {
  const text = id.replace(/\{(\w+)(\|lower)?\}/g, (_, field: string, lower?: string) => {
    if (!record.fields.some(({ name, type }) => name === field && type === 'string')) {
      throw new Error(`${record.name}: its aggregate is named by ${field}, which is no text of it`)
    }
    return `\${message.${field}${lower ? '.toLowerCase()' : ''}}`
  })
  return /^\$\{[^}]*\}$/.test(text) ? text.slice(2, -1) : text.includes('${') ? `\`${text}\`` : `'${text}'`
}

/** Records of one aggregate share a case. */
export function aggregateIdFunction(records: readonly (AvroRecord & { aggregate: string })[], aggregates: readonly Aggregate[]): string {
  const cases = new Map<string, string[]>()
  for (const record of records) {
    const aggregate = aggregates.find(({ name }) => name === record.aggregate)
    if (!aggregate) throw new Error(`${record.name}: no aggregate ${record.aggregate} in aggregates.json`)
    const expression = expressionOf(aggregate.id, record)
    cases.set(expression, [...(cases.get(expression) ?? []), record.name])
  }
  const lines = [...cases].flatMap(([expression, names]) => [...names.map((name) => `    case '${name}':`), `      return ${expression}`])
  return `/** Id of the aggregate that a command or event belongs to; empty for the events of a partition itself. */
export function aggregateIdOf(message: SkeinCommand | SkeinEvent): string {
  switch (message.type) {
${lines.join('\n')}
  }
}
`
}
