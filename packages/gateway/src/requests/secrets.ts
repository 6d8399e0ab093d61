// Secrets in requests, such as the token of a link to a group: a command and the log have their hash alone. What is no secret of that length is
// refused, as somebody could guess it.
import { hash } from 'node:crypto'
import { type CommandPacket, packets } from '@skein/contracts'

const isSecret = (value: unknown): boolean => typeof value === 'string' && /^[A-Za-z0-9_-]{22,64}$/.test(value)

/** The field of a secret that is none; null where there is nothing to refuse. */
export function faultOfSecret(name: CommandPacket, said: Readonly<Record<string, unknown>>): string | null {
  const { secret: field } = packets[name]
  return field === null || isSecret(said[field]) ? null : field
}

export const hashed = (secret: string): string => hash('sha256', secret, 'hex')
