// The key by which an operator is known to the HTTP API.
import { SkeinError } from '@skein/client'
import type { Command } from 'commander'
import { httpAddress, localApi } from './api-address.ts'
import type { Surroundings } from './surroundings.ts'

export interface OperatorOptions {
  readonly api: string
  readonly operatorKey?: string
}

/** Adds what every command of operators takes. */
export const withOperatorOptions = (command: Command): Command =>
  command
    .option('--api <url>', 'address of the HTTP API', httpAddress, localApi)
    .option('--operator-key <key>', 'SKEIN_OPERATOR_KEY is taken as well, and not seen by others who list processes')

export function operatorKeyOf({ operatorKey }: Pick<OperatorOptions, 'operatorKey'>, { env }: Surroundings): string {
  const key = (operatorKey ?? env.SKEIN_OPERATOR_KEY ?? '').trim()
  if (key !== '') return key
  const where = 'what the API runs with; else make start keeps it in .skein/data/operator-key, make run in .skein/stack/operator-key'
  throw new SkeinError('INVALID_ARGUMENT', `give --operator-key or SKEIN_OPERATOR_KEY: ${where}`)
}
