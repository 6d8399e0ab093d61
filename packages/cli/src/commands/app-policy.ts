// `skein app policy`: shows which limits hold for an app, and changes those that it sets itself. What a limit may be is for the server to
// say. A policy is stored as a whole: what is set and unset here is laid over what the app sets now.
import { callApi, SkeinError } from '@skein/client'
import { Command, InvalidArgumentError } from 'commander'
import { addressIn } from '../api-address.ts'
import { jsonLine } from '../json-line.ts'
import { type OperatorOptions, operatorKeyOf, withOperatorOptions } from '../operator-key.ts'
import type { Surroundings } from '../surroundings.ts'

interface PolicyOptions extends OperatorOptions {
  readonly set?: Readonly<Record<string, number>>
  readonly unset?: readonly string[]
  readonly json?: boolean
}

interface LimitInForce {
  readonly value: number
  readonly default: number
  readonly ceiling: number
  readonly own: boolean
}

interface Policy {
  readonly limits: Readonly<Record<string, LimitInForce>>
}

export function appPolicyCommand(surroundings: Surroundings): Command {
  const command = new Command('policy')
    .description('Show the limits of an app; with --set or --unset, change them first')
    .argument('<app>', 'id of the app; it must be named in SKEIN_APPS of the deployment')
    .option('--set <name=value...>', 'limits to set, none above its ceiling', assignment)
    .option('--unset <name...>', 'limits that are to be as by default again')
  return withOperatorOptions(command)
    .option('--json', 'print JSON')
    .addHelpText('after', '\n  skein app policy shop --set groupMembersMax=50 revokeWindowMs=600000 --unset bodyBytesMax')
    .action((app: string, options: PolicyOptions) => appPolicy(app, options, surroundings))
}

function assignment(text: string, before: Readonly<Record<string, number>> = {}): Readonly<Record<string, number>> {
  const [, name, value] = /^(\w+)=(\d+)$/.exec(text) ?? []
  if (name === undefined || !Number.isSafeInteger(Number(value)))
    throw new InvalidArgumentError('a name and a whole number, such as groupMembersMax=50')
  return { ...before, [name]: Number(value) }
}

async function appPolicy(app: string, options: PolicyOptions, surroundings: Surroundings): Promise<void> {
  const url = addressIn(options.api, app, 'policy')
  const token = operatorKeyOf(options, surroundings)
  let policy = policyIn(await callApi(url, { token }))
  if (options.set || options.unset)
    policy = policyIn(await callApi(url, { token, method: 'PUT', body: { limits: changed(policy, options) } }))
  surroundings.stdout.write(options.json ? jsonLine(policy) : tableOf(policy))
}

const policyIn = (answer: Record<string, unknown>): Policy => answer as unknown as Policy

/** What the app is to set: what it sets now, with the changes. */
function changed({ limits }: Policy, { set = {}, unset = [] }: PolicyOptions): Record<string, number> {
  const unknown = unset.find((name) => !Object.hasOwn(limits, name))
  if (unknown !== undefined)
    throw new SkeinError('INVALID_ARGUMENT', `--unset ${unknown}: an app may set ${Object.keys(limits).join(', ')}`)
  const own = Object.entries(limits).flatMap(([name, limit]) => (limit.own && !unset.includes(name) ? [[name, limit.value] as const] : []))
  return { ...Object.fromEntries(own), ...set }
}

function tableOf({ limits }: Policy): string {
  const rows = Object.entries(limits).map(([name, limit]) => [name, limit.value, limit.default, limit.ceiling, limit.own ? 'set' : ''])
  const cells = [['limit', 'value', 'default', 'ceiling', ''], ...rows].map((row) => row.map(String))
  const widths = cells[0]!.map((_, column) => Math.max(...cells.map((row) => row[column]!.length)))
  const line = (row: readonly string[]) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join('  ')
  return cells.map((row) => `${line(row).trimEnd()}\n`).join('')
}
