// How an event is called in code: by its own name, by that of the command it follows from, and by that of the packet which asks for
// it, each in the spellings that code has for a name. All of it stands in the schemas.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface EventNames {
  readonly event: string
  /** Null for events that follow from no one command. */
  readonly command: string | null
  /** Packets that become the command. */
  readonly packets: readonly string[]
}

/** All events, by what the schemas say. */
export function readEventNames(schemas: string): EventNames[] {
  const { packets } = JSON.parse(readFileSync(join(schemas, 'wire/packets.json'), 'utf8')) as {
    packets: { readonly name: string; readonly becomes?: string }[]
  }
  return readdirSync(join(schemas, 'events'))
    .filter((file) => file.endsWith('.avsc'))
    .sort()
    .map((file) => {
      const { name, command = null } = JSON.parse(readFileSync(join(schemas, 'events', file), 'utf8')) as { name: string; command?: string }
      const asking = packets.filter(({ becomes }) => command !== null && becomes === command)
      return { event: name, command, packets: asking.map((packet) => packet.name) }
    })
}

/** Finds the name of an event, its command or a packet as a whole word. A packet called by one plain word is found in quotes alone. */
export function patternOf({ event, command, packets }: EventNames): RegExp {
  const names = [event, ...(command === null ? [] : [command])].flatMap(spellingsOf)
  for (const packet of packets) {
    const pascal = packet.charAt(0).toUpperCase() + packet.slice(1)
    names.push(`${pascal}Request`, ...(packet === packet.toLowerCase() ? [`'${packet}'`] : spellingsOf(pascal)))
  }
  return new RegExp(`(?<![\\w-])(?:${[...new Set(names)].join('|')})(?![\\w-])`)
}

/** In Pascal case, camel case and kebab case. */
function spellingsOf(name: string): string[] {
  const kebab = name.replaceAll(/(?<!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase()
  return [name, name.charAt(0).toLowerCase() + name.slice(1), kebab]
}
