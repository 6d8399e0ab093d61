// Prints the hand-written files that name an event, its command or its packet.
//   node test/places/main.ts [event] [--json]
import { join } from 'node:path'
import { readSourceTree } from '../tidy/source-tree.ts'
import { readEventNames } from './event-names.ts'
import { type Places, placesOf } from './places.ts'

const root = join(import.meta.dirname, '../..')
const [event = 'MemberRoleChanged'] = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const all = readEventNames(join(root, 'schemas'))
const names = all.find((one) => one.event === event)
if (names === undefined) {
  console.error(`there is no event ${event}; there are ${all.map((one) => one.event).join(', ')}`)
  process.exit(2)
}
const places = placesOf(readSourceTree(root), names)
console.log(process.argv.includes('--json') ? JSON.stringify(places, null, 2) : asText(places))

function asText({ command, packets, product, tests, counts }: Places): string {
  const called = [event, command, ...packets.map((packet) => `packet ${packet}`)].filter((name) => name !== null)
  return [called.join(', '), ...section('product', counts.product, product), ...section('tests', counts.tests, tests)].join('\n')
}

function section(title: string, count: number, byPackage: Places['product']): string[] {
  const lines = Object.entries(byPackage).flatMap(([name, paths]) => [`  ${name}: ${paths.length}`, ...paths.map((path) => `    ${path}`)])
  return [`\n${title}: ${count}`, ...lines]
}
