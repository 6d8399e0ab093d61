// The command line of the bench.
import { parseArgs } from 'node:util'
import type { PlantedFault } from './null-gateway.ts'
import { plantedFaults } from './null-gateway.ts'

export const help = `Usage: main.ts [options]        (make bench RATE= DURATION= | KNEE=1 | IDLE=, and JSON=file)

Starts Kafka, a schema registry, PostgreSQL, Redis and processes of each role, all of its own, and measures them.

  --rate N            messages per second (2000), open loop
  --duration S        seconds measured (30)
  --warmup S          seconds before, not measured (10)
  --connections N     people, in pairs across two gateways (1000)
  --gateways N        gateway processes (2)
  --processes N       processes of each other role (1: on two cores a second one only adds to the work)
  --transport T       ws, tcp, or mixed: one end of each pair by either (mixed)
  --library L         WebSocket library of the gateways: uWebSockets.js or ws (the former where it is installed)
  --knee              look for the highest rate that is served: 99.9% acked and delivered within a second, p99 <= 250 ms, none refused
  --idle N            memory and CPU of N idle connections, per transport
  --json FILE         write the result there as one JSON object, too
  --profile           CPU profiles of the roles, summarised
  --null              instead of the product, a gateway that answers at once: measures the generator
  --plant FAULT       with --null: ${plantedFaults.join(', ')}; checks the checker, exit code 1 is right
  -h, --help          this text

Exit code 1 when anything was lost, duplicated, left out or out of order.
`

export interface Arguments {
  readonly help: boolean
  readonly rate: number
  readonly durationMs: number
  readonly warmupMs: number
  readonly connections: number
  readonly gateways: number
  /** Of each role but the gateway. */
  readonly processes: number
  readonly transport: 'ws' | 'tcp' | 'mixed'
  readonly library: 'uWebSockets.js' | 'ws' | undefined
  readonly knee: boolean
  readonly idle: number | undefined
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
  ...{ knee: flag, idle: text, json: text, profile: flag, null: flag, plant: text, help: { ...flag, short: 'h' } },
} as const

/** Throws ArgumentError. */
export function readArguments(argv: readonly string[]): Arguments {
  const { values } = parse(argv)
  const connections = number('connections', values.connections, 1000, 2)
  if (connections % 2 !== 0) throw new ArgumentError('--connections must be even')
  const plant = oneOf('plant', values.plant, plantedFaults)
  if (plant && !values.null) throw new ArgumentError('--plant goes with --null')
  if (values.knee && values.idle !== undefined) throw new ArgumentError('--knee or --idle, not both')
  return {
    help: values.help,
    rate: number('rate', values.rate, 2000, 1),
    durationMs: number('duration', values.duration, 30, 1) * 1000,
    warmupMs: number('warmup', values.warmup, 10, 0) * 1000,
    connections,
    gateways: number('gateways', values.gateways, 2, 1),
    processes: number('processes', values.processes, 1, 1),
    transport: oneOf('transport', values.transport, ['ws', 'tcp', 'mixed']) ?? 'mixed',
    library: oneOf('library', values.library, ['uWebSockets.js', 'ws']),
    knee: values.knee,
    idle: values.idle === undefined ? undefined : number('idle', values.idle, 0, 2000),
    json: values.json,
    profile: values.profile,
    againstNull: values.null,
    plant,
  }
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

function oneOf<T extends string>(name: string, value: string | undefined, allowed: readonly T[]): T | undefined {
  if (value === undefined || (allowed as readonly string[]).includes(value)) return value as T | undefined
  throw new ArgumentError(`--${name} must be one of ${allowed.join(', ')}`)
}
