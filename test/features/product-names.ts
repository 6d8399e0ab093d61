// What a row of docs/features.md may name: commands and events of the schemas, packets, tables and reads of the views, calls of the SDK,
// commands of the chat and tests. All but the tests are asked of the product itself, so that nothing is kept in step by hand.
import { commandNames } from '@skein/cli'
import { createClient } from '@skein/client'
import { allSchemas, packets } from '@skein/contracts'
import { tables } from '@skein/projections'
import { createReadViews, type Database } from '@skein/view-store'
import { isTestCode, type SourceFile, type SourceTree } from '../tidy/source-tree.ts'
import { syntaxOf, walk } from '../tidy/syntax.ts'

export interface ProductNames {
  readonly commands: ReadonlySet<string>
  readonly events: ReadonlySet<string>
  /** Packets that ask for something and become no command. */
  readonly requests: ReadonlySet<string>
  /** Tables, and methods of ReadViews. */
  readonly views: ReadonlySet<string>
  readonly calls: ReadonlySet<string>
  readonly chat: ReadonlySet<string>
  /** What must have a row, as its column `command` names it. */
  readonly needed: ReadonlySet<string>
  holdsTest(path: string, title: string): boolean
}

/** Numbers of the services whose packets each have a row: messages, groups, users. */
const servicesWithRows: ReadonlySet<number> = new Set([2, 4, 5])

const isRequest = (kind: string) => kind !== 'command' && kind !== 'server' && kind !== 'connection'

export function productNames(tree: Pick<SourceTree, 'files'>): ProductNames {
  const schemas = allSchemas().map(({ subject }) => subject)
  const named = (namespace: string) =>
    new Set(schemas.filter((subject) => subject.startsWith(namespace)).map((subject) => subject.slice(namespace.length)))
  const all = Object.entries(packets).map(([name, packet]) => ({
    ...{ name, kind: packet.kind as string, service: packet.service },
    becomes: 'becomes' in packet ? packet.becomes : null,
  }))
  const needed = all.filter(({ service, kind, becomes }) => servicesWithRows.has(service) && (becomes !== null || isRequest(kind)))
  // Neither is used: their names are asked for.
  const client = createClient({ appId: 'none', apiUrl: 'http://none.invalid', token: 'none', deviceId: 'none' })
  const reads = createReadViews({} as Database)
  return {
    commands: named('skein.commands.'),
    events: named('skein.events.'),
    requests: new Set(all.filter(({ kind }) => isRequest(kind)).map(({ name }) => name)),
    views: new Set([...Object.keys(tables), ...Object.keys(reads)]),
    calls: new Set(Object.keys(client)),
    chat: new Set(commandNames),
    needed: new Set(needed.map(({ name, becomes }) => becomes ?? name)),
    holdsTest(path, title) {
      const file = tree.files.find((each) => each.path === path)
      return file !== undefined && isTestCode(path) && titlesIn(file).some((pattern) => pattern.test(title))
    },
  }
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Of `test(...)`, `it(...)` and `t.test(...)`; what a title is filled in with may be anything. */
function titlesIn(file: SourceFile): RegExp[] {
  const titles: RegExp[] = []
  walk(syntaxOf(file), ({ type, callee, arguments: given }) => {
    if (type !== 'CallExpression' || !['test', 'it'].includes(callee.property?.name ?? callee.name)) return
    const [title] = given
    if (title?.type === 'StringLiteral') titles.push(new RegExp(`^${escaped(title.value)}$`))
    if (title?.type !== 'TemplateLiteral') return
    const parts = (title.quasis as { readonly value: { readonly cooked: string } }[]).map(({ value }) => escaped(value.cooked))
    titles.push(new RegExp(`^${parts.join('.+')}$`))
  })
  return titles
}
