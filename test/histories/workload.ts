// Commands for a history, by chance from a seed: of every type that the schemas name, with fields filled by what they are called or by
// their Avro type. Many are refused, and that is recorded too.
import { createHash } from 'node:crypto'
import type { CommandMeta, SkeinCommand } from '@skein/contracts'
import { aggregateOf, allSchemas, directConversationId, repeatOf } from '@skein/contracts'
import { perApp } from '@skein/domain'
import { type Chance, createChance } from '../faults/chance.ts'

type AvroType = string | readonly AvroType[] | { readonly type: AvroType; readonly [more: string]: unknown }
type AvroRecord = { readonly name: string; readonly fields: readonly { readonly name: string; readonly type: AvroType }[] }

const commandsIn = 'skein.commands.'
const users = ['ann', 'bob', 'cleo', 'dan', 'eve', 'fay']
const groups = ['g:one', 'g:two', 'g:three', 'g:four']
const startsAt = 1_800_000_000_000
const stepMs = 700
const lifeMs = 30_000
const candidatesMax = 20
/** Commands of these are asked by the system; any other is asked by a user. */
const bySystem = new Set<string>(['app', 'user', 'userName'])

export const commandTypes: readonly SkeinCommand['type'][] = allSchemas()
  .filter(({ subject }) => subject.startsWith(commandsIn))
  .map(({ subject }) => subject.slice(commandsIn.length) as SkeinCommand['type'])

const schemas = new Map(allSchemas().map(({ subject, schema }) => [subject, schema as unknown as AvroRecord]))

export interface Workload {
  /**
   * The next command; the first ones are those that make apps and users, without whom nothing can be asked. Of several of one type the
   * first that leads to something is taken, mostly.
   */
  next(leadsToSomething: (command: SkeinCommand) => boolean): SkeinCommand
}

export function createWorkload(seed: number, foundingCommands: number): Workload {
  const chance = createChance(seed)
  const asked: SkeinCommand[] = []
  const types = { founding: commandTypes.filter(isBySystem), all: [...commandTypes, ...commandTypes.filter((type) => !isBySystem(type))] }

  function fresh(leadsToSomething: (command: SkeinCommand) => boolean): SkeinCommand {
    const type = chance.pick(asked.length < foundingCommands ? types.founding : types.all)
    const candidates = Array.from({ length: chance.pick([1, candidatesMax, candidatesMax]) }, () => ofType(type))
    return candidates.find(leadsToSomething) ?? candidates[0]!
  }

  function ofType(type: SkeinCommand['type']): SkeinCommand {
    const { fields } = schemas.get(`${commandsIn}${type}`)!
    const said = Object.fromEntries(
      fields.filter(({ name }) => name !== 'meta').map(({ name, type: of }) => [name, filled(chance, name, of)]),
    )
    return { type, ...said, meta: metaOf(type, JSON.stringify(said)) } as unknown as SkeinCommand
  }

  function metaOf(type: SkeinCommand['type'], content: string): CommandMeta {
    const enteredAt = startsAt + asked.length * stepMs
    const contentHash = createHash('sha256').update(content).digest()
    return {
      appId: 'app',
      commandId: chance.uuid(),
      actorId: isBySystem(type) ? '' : chance.pick(users),
      deviceId: chance.pick(['phone', 'laptop']),
      enteredAt,
      deadlineAt: enteredAt + lifeMs,
      intent: repeatOf[type] === 'named' ? { id: chance.uuid(), contentHash } : null,
      retry: false,
      replyNode: 'gateway-1',
      replyConnection: chance.pick(['', 'connection-1']),
      traceparent: chance.pick([null, '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01']),
    }
  }

  /** Asked again, now and then with other content under the same intent. */
  function again(): SkeinCommand {
    const before = chance.pick(asked)
    const { intent } = before.meta
    const contentHash = intent !== null && chance.below(3) === 0 ? createHash('sha256').update('other').digest() : intent?.contentHash
    const meta = { ...before.meta, commandId: chance.uuid(), retry: true, intent: intent === null ? null : { ...intent, contentHash } }
    return { ...before, meta } as SkeinCommand
  }

  return {
    next(leadsToSomething) {
      const command = asked.length > foundingCommands && chance.below(8) === 0 ? again() : fresh(leadsToSomething)
      asked.push(command)
      return command
    },
  }
}

const isBySystem = (type: SkeinCommand['type']): boolean => bySystem.has(aggregateOf[type])

/** Values of fields that mean something, by the field's name, or by the record's and its own. */
const byName: Readonly<Record<string, (chance: Chance) => unknown>> = {
  conversationId: (chance) => (chance.below(3) === 0 ? directConversationId(chance.pick(users), chance.pick(users)) : chance.pick(groups)),
  userId: (chance) => chance.pick(users),
  userIds: (chance) => chance.shuffled(users).slice(0, 1 + chance.below(3)),
  memberIds: (chance) => chance.shuffled(users).slice(0, chance.below(4)),
  userName: (chance) => chance.pick(users),
  sessionId: (chance) => `00000000-0000-4000-8000-00000000000${chance.below(6)}`,
  expiresAt: (chance) => startsAt + chance.below(1_000_000),
  replyTo: (chance) => chance.pick([0, 0, 1, 2]),
  role: (chance) => chance.pick(['owner', 'admin', 'member']),
  contentType: () => 'text/plain',
  bytes: (chance) => Buffer.from(`words ${chance.below(1_000)}`),
  'AppLimit.name': (chance) => chance.pick(perApp),
  'AppLimit.value': (chance) => chance.pick([16, 1_000]),
}

function filled(chance: Chance, name: string, type: AvroType, record = ''): unknown {
  const named = byName[`${record}.${name}`] ?? byName[name]
  if (named !== undefined) return named(chance)
  if (Array.isArray(type)) return filled(chance, name, chance.pick(type as readonly AvroType[]), record)
  if (typeof type === 'object') return filledOf(chance, name, type as Exclude<AvroType, string | readonly AvroType[]>)
  if (type === 'null') return null
  if (type === 'boolean') return chance.below(2) === 0
  if (type === 'bytes') return Buffer.from([chance.below(256)])
  if (type === 'string') return chance.pick(['north', 'south', 'east', 'west'])
  return chance.below(10)
}

function filledOf(chance: Chance, name: string, type: Exclude<AvroType, string | readonly AvroType[]>): unknown {
  if (type.type === 'array') return Array.from({ length: chance.below(3) }, () => filled(chance, name, type.items as AvroType))
  if (type.type === 'enum') return chance.pick(type.symbols as readonly string[])
  if (type.type !== 'record') return filled(chance, name, type.type)
  const { name: record, fields } = type as unknown as AvroRecord
  return Object.fromEntries(fields.map((field) => [field.name, filled(chance, field.name, field.type, record)]))
}
