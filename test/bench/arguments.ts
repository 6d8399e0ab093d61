// The command line of the bench.
import { parseArgs } from 'node:util'
import { defaultLayout, type Layout, layoutNames } from '@skein/server'
import { shareOf } from '../load/burners.ts'
import type { PlantedFault } from './null-gateway.ts'
import { plantedFaults } from './null-gateway.ts'
import { windowsMax } from './quiet-window.ts'

export const help = `Usage: main.ts [options]        (make bench RATE= DURATION= | SWEEP=1 | KNEE=1 | OVERLOAD=1 | EMBEDDED=1 | IDLE= |
                              SCENARIO=fanout or large-group, with LAYOUT= and others)

Starts Kafka, a schema registry, PostgreSQL, Redis and processes of the product, all of its own, and measures them. What others on the
machine used meanwhile is told; when it was more than a tenth the window is measured again, up to ${windowsMax} times, and the least disturbed
stands, marked DISTURBED (\`disturbed\` in the object of --json).

  --rate N            messages per second (2000; embedded 500, fanout 100, or 1 into groups above 1,000, large-group 25), open loop
  --layout L          hot: gateway, API, processor and delivery in one process, the projector in another; roles: each in its own
                      (${defaultLayout}; with --scenario roles)
  --duration S        seconds measured (30; of each rate of a sweep, and of each window of large-group, 20)
  --warmup S          seconds before, not measured (40)
  --connections N     people, in pairs across the gateways (1000; embedded 400); those of fanout are two groups, or one above 1,000
  --gateways N        gateway processes, where they are processes of their own (2; of fanout into groups above 1,000 one)
  --processes N       processes of each other kind (1: on two cores a second one only adds to the work)
  --transport T       ws, tcp, or mixed: one end of each pair by either (mixed)
  --library L         WebSocket library of the gateways: uWebSockets.js or ws (the former where it is installed)
  --sweep             500 to 3,000/s in turn, each beside its floor, until less than 90% is acked; CPU, wake-ups and requests of a message
  --knee              look for the highest rate that is served: 99.9% acked and delivered within a second, p99 <= 250 ms, none refused
  --overload          the knee, then 120% of it: how much is answered, and how long an answer takes from the last write
  --embedded          instead of all that, one process on embedded parts: at rest, one rate, and the highest rate served
  --idle N            CPU of each process with 1,000 connections at rest; memory and CPU of up to N of them, per transport
  --scenario S        fanout: messages into groups, all of whose members are connected: how long until each, and the last, is shown one, and
                      deliveries per CPU second of the gateways; large-group: what a message costs processor and projector, and how much is
                      written for it, in a direct conversation, a group of 500 and one of --members, of whom --connections are connected
  --members N         of each group of the scenario (500; large-group 100000)
  --beneath N         with fanout, so many messages per second between pairs: alone, and beside it
  --burn SHARE        meanwhile a process for each core takes this share of it, such as 0.5, from everything else
  --json FILE         write the result there as one JSON object, too
  --profile           CPU profiles of the roles: what of a message's CPU goes into which step
  --null              instead of the product, a gateway that answers at once: measures the generator
  --plant FAULT       with --null: ${plantedFaults.join(', ')}; checks the checker, exit code 1 is right
  -h, --help          this text

Of make bench each is a variable of that name, such as WARMUP=10 or PROFILE=1; --null and --plant are not.
Exit code 1 when anything was lost, duplicated, left out or out of order.
`

export const groupScenarios = ['fanout', 'large-group'] as const
export type GroupScenario = (typeof groupScenarios)[number]
/** Of groups beyond it the fan-out of one message is measured, at one gateway; of others a stream of them. */
export const streamMembersMax = 1_000

export interface Arguments {
  readonly help: boolean
  readonly layout: Layout
  readonly rate: number
  readonly durationMs: number
  readonly warmupMs: number
  readonly connections: number
  readonly gateways: number
  /** Of each kind of process but a gateway. */
  readonly processes: number
  readonly transport: 'ws' | 'tcp' | 'mixed'
  readonly library: 'uWebSockets.js' | 'ws' | undefined
  readonly sweep: boolean
  readonly knee: boolean
  readonly overload: boolean
  readonly embedded: boolean
  readonly idle: number | undefined
  readonly scenario: GroupScenario | undefined
  /** Of each group of the scenario. */
  readonly members: number
  /** Messages per second between pairs beneath a fan-out; 0 for none. */
  readonly beneath: number
  /** Of each core. */
  readonly burn: number | undefined
  readonly json: string | undefined
  readonly profile: boolean
  readonly againstNull: boolean
  readonly plant: PlantedFault | undefined
}

export class ArgumentError extends Error {}

const text = { type: 'string' } as const
const flag = { type: 'boolean', default: false } as const
const options = {
  ...{ rate: text, duration: text, warmup: text, connections: text, gateways: text, processes: text, transport: text, library: text },
  ...{
    layout: text,
    sweep: flag,
    burn: text,
    knee: flag,
    overload: flag,
    embedded: flag,
    ...{ idle: text, scenario: text, members: text, beneath: text },
    json: text,
    profile: flag,
    null: flag,
    plant: text,
    help: { ...flag, short: 'h' },
  },
} as const

/** Throws ArgumentError. */
export function readArguments(argv: readonly string[]): Arguments {
  const { values } = parse(argv)
  const { sweep, knee, overload, embedded } = values
  const scenario = oneOf('scenario', values.scenario, groupScenarios)
  const members = number('members', values.members, scenario === 'large-group' ? 100_000 : 500, 2)
  const usual = usualOf({ scenario, members, sweep, embedded })
  const connections = number('connections', values.connections, usual.connections, 2)
  if (connections % 2 !== 0 && !scenario) throw new ArgumentError('--connections must be even')
  if (scenario === 'fanout' && connections < members) throw new ArgumentError(`--connections must be at least the ${members} of one group`)
  refuseMixtures(values)
  return {
    help: values.help,
    layout: oneOf('layout', values.layout, layoutNames) ?? usual.layout,
    rate: number('rate', values.rate, usual.rate, 1),
    durationMs: number('duration', values.duration, usual.duration, 1) * 1000,
    warmupMs: number('warmup', values.warmup, 40, 0) * 1000,
    connections,
    gateways: number('gateways', values.gateways, usual.gateways, 1),
    processes: number('processes', values.processes, 1, 1),
    transport: oneOf('transport', values.transport, ['ws', 'tcp', 'mixed']) ?? 'mixed',
    library: oneOf('library', values.library, ['uWebSockets.js', 'ws']),
    ...{ sweep, knee, overload, embedded },
    idle: values.idle === undefined ? undefined : number('idle', values.idle, 0, 2000),
    ...{ scenario, members, beneath: number('beneath', values.beneath, 0, 0) },
    burn: values.burn === undefined ? undefined : share('burn', values.burn),
    json: values.json,
    profile: values.profile,
    againstNull: values.null,
    plant: oneOf('plant', values.plant, plantedFaults),
  }
}

/** What holds where nothing else is asked for. */
function usualOf({ scenario, members, sweep, embedded }: Pick<Arguments, 'scenario' | 'members' | 'sweep' | 'embedded'>) {
  const usual = { layout: defaultLayout as Layout, rate: 2000, duration: 30, connections: 1000, gateways: 2 }
  if (sweep) return { ...usual, duration: 20 }
  if (embedded) return { ...usual, rate: 500, connections: 400 }
  if (scenario === 'large-group')
    return { ...usual, layout: 'roles' as const, rate: 25, duration: 20, connections: Math.min(1000, members) }
  if (scenario === undefined) return usual
  const one = members > streamMembersMax
  return { ...usual, layout: 'roles' as const, rate: one ? 1 : 100, connections: one ? members : 2 * members, gateways: one ? 1 : 2 }
}

/** What does not go together is refused, instead of one of the two being left out without a word. */
function refuseMixtures(values: ReturnType<typeof parse>['values']): void {
  const { sweep, knee, overload, embedded, idle, scenario } = values
  const scenarios = [sweep, knee, overload, embedded, idle !== undefined, values.null, scenario !== undefined].filter(Boolean).length
  const refusals: readonly (readonly [boolean, string])[] = [
    [values.plant !== undefined && !values.null, '--plant goes with --null'],
    [scenarios > 1, 'one of --sweep, --knee, --overload, --embedded, --idle, --scenario and --null at a time'],
    [
      values.burn !== undefined && (idle !== undefined || values.null || scenario !== undefined),
      '--burn goes with a load of pairs on the product',
    ],
    [values.members !== undefined && scenario === undefined, '--members goes with --scenario'],
    [values.beneath !== undefined && scenario !== 'fanout', '--beneath goes with --scenario fanout'],
    [values.layout === 'hot' && scenario === 'large-group', '--scenario large-group asks what each role spends: no layout hot'],
    [values.profile && scenarios > 0 && scenario !== 'fanout', '--profile is of one rate on real servers, or of a fan-out'],
    [
      embedded && (values.layout ?? values.processes ?? values.library) !== undefined,
      '--embedded is one process: no layout, processes or library',
    ],
    [values.gateways !== undefined && (values.layout ?? (scenario ? 'roles' : '')) !== 'roles', '--gateways goes with --layout roles'],
  ]
  for (const [refused, why] of refusals) if (refused) throw new ArgumentError(why)
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options })
  } catch (error) {
    throw new ArgumentError((error as Error).message)
  }
}

function number(name: string, value: string | undefined, otherwise: number, least: number): number {
  const n = value === undefined ? otherwise : Number(value)
  if (!Number.isInteger(n) || n < least) throw new ArgumentError(`--${name} must be a whole number of at least ${least}`)
  return n
}

function share(name: string, value: string): number {
  const n = shareOf(value)
  if (n === null) throw new ArgumentError(`--${name} must be more than 0 and at most 1`)
  return n
}

function oneOf<T extends string>(name: string, value: string | undefined, allowed: readonly T[]): T | undefined {
  if (value === undefined || (allowed as readonly string[]).includes(value)) return value as T | undefined
  throw new ArgumentError(`--${name} must be one of ${allowed.join(', ')}`)
}
