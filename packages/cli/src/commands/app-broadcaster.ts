// `skein app broadcaster`: gives a user of an app the right to broadcast to everybody of it, or takes it.
import { callApi } from '@skein/client'
import { Command } from 'commander'
import { addressIn } from '../api-address.ts'
import { jsonLine } from '../json-line.ts'
import { type OperatorOptions, operatorKeyOf, withOperatorOptions } from '../operator-key.ts'
import type { Surroundings } from '../surroundings.ts'

interface BroadcasterOptions extends OperatorOptions {
  readonly take?: boolean
  readonly json?: boolean
}

export function appBroadcasterCommand(surroundings: Surroundings): Command {
  const command = new Command('broadcaster')
    .description('Let a user broadcast to everybody of an app')
    .argument('<app>', 'id of the app')
    .argument('<user>', 'id of the user')
    .option('--take', 'let them no more')
  return withOperatorOptions(command)
    .option('--json', 'print JSON')
    .action((app: string, user: string, options: BroadcasterOptions) => appBroadcaster({ app, user }, options, surroundings))
}

async function appBroadcaster(
  { app, user }: Readonly<Record<'app' | 'user', string>>,
  options: BroadcasterOptions,
  surroundings: Surroundings,
): Promise<void> {
  const url = addressIn(options.api, app, `users/${encodeURIComponent(user)}/broadcast-right`)
  const allowed = options.take !== true
  await callApi(url, { token: operatorKeyOf(options, surroundings), method: 'PUT', body: { allowed } })
  surroundings.stdout.write(options.json ? jsonLine({ userId: user, allowed }) : `${user} may ${allowed ? '' : 'not '}broadcast\n`)
}
