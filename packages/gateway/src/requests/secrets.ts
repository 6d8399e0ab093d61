// Secrets in requests, such as the token of a link to a group: a command and the log have their hash alone. What is no secret of that length is
// refused, as somebody could guess it.
import { hash } from 'node:crypto'
import { type CommandPacket, packets } from '@skein/contracts'

type AnyMessage = Readonly<Record<string, unknown>>

const isSecret = (value: unknown): value is string => typeof value === 'string' && /^[A-Za-z0-9_-]{22,64}$/.test(value)

/** What a request says with its secret hashed; the field at fault where that is none. */
export function withoutSecret(name: CommandPacket, said: AnyMessage): { readonly message: AnyMessage } | { readonly fault: string } {
  const { secret: field } = packets[name]
  if (field === null) return { message: said }
  const secret = said[field]
  if (!isSecret(secret)) return { fault: field }
  // Fields that were absent stand in the prototype.
  const message = Object.assign(Object.create(Object.getPrototypeOf(said)), said, { [field]: hash('sha256', secret, 'hex') })
  return { message }
}
