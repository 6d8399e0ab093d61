// Turns the commands and events into the domain's table of rules. Each command has a rule file in the folder of its aggregate,
// named after it (conversation/send-message.ts exports sendMessage); the rule of an event stands in the file of the command that
// its schema names. A file or an export that is missing is an error of the compiler.
import type { CommandRecord, EventRecord } from './avro.ts'
import { header } from './avro.ts'

const kebab = (name: string): string => name.replace(/(?<!^)([A-Z])/g, '-$1').toLowerCase()
const lower = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1)

/** The table of random commands that property tests draw from: testing/src/arbitrary/send-message.ts exports
 * sendMessage. */
export function arbitrariesModule(commands: readonly CommandRecord[]): string {
  const imports = commands.map(({ name }) => `import { ${lower(name)} } from '../arbitrary/${kebab(name)}.ts'`)
  return `${header}
import type { Arbitraries } from '../arbitrary/arbitrary-command.ts'
${imports.join('\n')}

export const arbitraries: Arbitraries = {
${commands.map(({ name }) => `  ${name}: ${lower(name)},`).join('\n')}
}
`
}

export function rulesModule(commands: readonly CommandRecord[], events: readonly EventRecord[]): string {
  const ruled = events.filter((event) => event.command !== undefined)
  const imports = commands.map((command) => {
    const names = [lower(command.name), ...ruled.filter((e) => e.command === command.name).map((e) => lower(e.name))].sort()
    return `import { ${names.join(', ')} } from '../${kebab(command.aggregate)}/${kebab(command.name)}.ts'`
  })
  return `${header}
import type { CommandRules, EventRules } from '../rule.ts'
${imports.join('\n')}

export const commandRules: CommandRules = {
${commands.map(({ name }) => `  ${name}: ${lower(name)},`).join('\n')}
}

/** Events without a rule change no cell. */
export const eventRules: EventRules = {
${events.map(({ name, command }) => `  ${name}: ${command === undefined ? 'null' : lower(name)},`).join('\n')}
}
`
}
