// The command line of the bench.
import { parseArgs } from 'node:util'
import { defaultLayout, type Layout, layoutNames } from '@skein/server'
import { shareOf } from '../load/burners.ts'
import type { PlantedFault } from './null-gateway.ts'
import { plantedFaults } from './null-gateway.ts'
import { windowsMax } from './quiet-window.ts'

export const help = `Usage: main.ts [options]        (make bench RATE= DURATION= | SWEEP=1 | KNEE=1 | OVERLOAD=1 | EMBEDDED=1 | IDLE=, with LAYOUT= and others)

Starts Kafka, a schema registry, PostgreSQL, Redis and processes of the product, all of its own, and measures them. What others on the
machine used meanwhile is told; when it was more than a tenth the window is measured again, up to ${windowsMax} times, and the least disturbed
stands, marked DISTURBED (\`disturbed\` in the object of --json).

  --rate N            messages per second (2000; embedded 500), open loop
  --layout L          hot: gateway, API, processor and delivery in one process, the projector in another; roles: each in its own (${defaultLayout})
  --duration S        seconds measured (30; of each rate of a sweep 20)
  --warmup S          seconds before, not measured (40)
  --connections N     people, in pairs across the gateways (1000; embedded 400)
  --gateways N        gateway processes, where they are processes of their own (2)
  --processes N       processes of each other kind (1: on two cores a second one only adds to the work)
  --transport T       ws, tcp, or mixed: one end of each pair by either (mixed)
  --library L         WebSocket library of the gateways: uWebSockets.js or ws (the former where it is installed)
  --sweep             500 to 3,000/s in turn, each beside its floor, until less than 90% is acked; CPU, wake-ups and requests of a message
  --knee              look for the highest rate that is served: 99.9% acked and delivered within a second, p99 <= 250 ms, none refused
  --overload          the knee, then 120% of it: how much is answered, and how long an answer takes from the last write
  --embedded          instead of all that, one process on embedded parts: at rest, one rate, and the highest rate served
  --idle N            CPU of each process with 1,000 connections at rest; memory and CPU of up to N of them, per transport
  --burn SHARE        meanwhile a process for each core takes this share of it, such as 0.5, from everything else
  --json FILE         write the result there as one JSON object, too
  --profile           CPU profiles of the roles: what of a message's CPU goes into which step
  --null              instead of the product, a gateway that answers at once: measures the generator
  --plant FAULT       with --null: ${plantedFaults.join(', ')}; checks the checker, exit code 1 is right
  -h, --help          this text

Of make bench each is a variable of that name, such as WARMUP=10 or PROFILE=1; --null and --plant are not.
Exit code 1 when anything was lost, duplicated, left out or out of order.
`

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
    idle: text,
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
  const connections = number('connections', values.connections, embedded ? 400 : 1000, 2)
  if (connections % 2 !== 0) throw new ArgumentError('--connections must be even')
  refuseMixtures(values)
  return {
    help: values.help,
    layout: oneOf('layout', values.layout, layoutNames) ?? defaultLayout,
    rate: number('rate', values.rate, embedded ? 500 : 2000, 1),
    durationMs: number('duration', values.duration, sweep ? 20 : 30, 1) * 1000,
    warmupMs: number('warmup', values.warmup, 40, 0) * 1000,
    connections,
    gateways: number('gateways', values.gateways, 2, 1),
    processes: number('processes', values.processes, 1, 1),
    transport: oneOf('transport', values.transport, ['ws', 'tcp', 'mixed']) ?? 'mixed',
    library: oneOf('library', values.library, ['uWebSockets.js', 'ws']),
    ...{ sweep, knee, overload, embedded },
    idle: values.idle === undefined ? undefined : number('idle', values.idle, 0, 2000),
    burn: values.burn === undefined ? undefined : share('burn', values.burn),
    json: values.json,
    profile: values.profile,
    againstNull: values.null,
    plant: oneOf('plant', values.plant, plantedFaults),
  }
}

/** What does not go together is refused, instead of one of the two being left out without a word. */
function refuseMixtures(values: ReturnType<typeof parse>['values']): void {
  const { sweep, knee, overload, embedded, idle } = values
  const scenarios = [sweep, knee, overload, embedded, idle !== undefined, values.null].filter(Boolean).length
  const refusals: readonly (readonly [boolean, string])[] = [
    [values.plant !== undefined && !values.null, '--plant goes with --null'],
    [scenarios > 1, 'one of --sweep, --knee, --overload, --embedded, --idle and --null at a time'],
    [values.burn !== undefined && (idle !== undefined || values.null), '--burn goes with a load on the product'],
    [values.profile && scenarios > 0, '--profile is of one rate on real servers'],
    [
      embedded && (values.layout ?? values.processes ?? values.library) !== undefined,
      '--embedded is one process: no layout, processes or library',
    ],
    [values.gateways !== undefined && values.layout !== 'roles', '--gateways goes with --layout roles'],
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
