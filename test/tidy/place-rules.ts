// The rule that says in how many hand-written files of the product one event may be named: what a feature costs, and the next one like it.

import { join } from 'node:path'
import { readEventNames } from '../places/event-names.ts'
import { placesOf } from '../places/places.ts'
import type { Rule } from './rule.ts'
import { type SourceTree, sourceFile } from './source-tree.ts'

/**
 * What the events of groups take that everybody sees: rule, view, the SDK's method and fold, and the chat program's command and words.
 * Whoever adds a feature should need fewer (CONTRIBUTING.md, "Add an event").
 */
export const productFilesMax = 8
/** Sending has its own queue at the edge and in the SDK, and messages are counted, weighed and pointed at as no other item is. */
const ownLimits: Readonly<Record<string, number>> = { MessageSent: 13 }

const events = readEventNames(join(import.meta.dirname, '../../schemas'))

const tree = (count: number, text: string): SourceTree => ({
  files: Array.from({ length: count }, (_, i) => sourceFile(`packages/api/src/x${i}.ts`, text)),
  manifests: [],
  pages: [],
})

const fewPlaces: Rule = {
  name: `an event that follows from a command is named in at most ${productFilesMax} files of the product`,
  mend: 'let data of the schemas or a table say it (make places EVENT=name lists the files); a limit that must grow says why',
  find: (all) =>
    events
      .filter(({ command }) => command !== null)
      .map((names) => placesOf(all, names))
      .filter(({ event, counts }) => counts.product > (ownLimits[event] ?? productFilesMax))
      .map(({ event, counts }) => `schemas/events/${event}.avsc: named in ${counts.product} files`),
  planted: [
    tree(productFilesMax + 1, "export const type = 'MemberRoleChanged'"),
    tree(productFilesMax + 1, 'changeMemberRole()'),
    tree(productFilesMax + 1, "import './change-member-role.ts'"),
    tree(productFilesMax + 1, "client.request('changeRole')"),
  ],
  innocent: [
    tree(productFilesMax, "export const type = 'MemberRoleChanged'"),
    tree(productFilesMax + 1, 'const notMemberRoleChanged = 1'),
    tree(productFilesMax + 1, "export const type = 'CommandAnswered'"),
  ],
}

export const placeRules: readonly Rule[] = [fewPlaces]
