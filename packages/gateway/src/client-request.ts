// The name a client gives to what it asks of a group, with a hash of that, so that the processor answers a resend as the
// first time and refuses the same name for something else.
import { hash } from 'node:crypto'
import type { ClientRequest } from '@skein/contracts'

/** Null where the client gave no name. The hash is over what the client said, in a form that never changes between releases. */
export function clientRequest(clientRequestId: string | null | undefined, ...asked: readonly unknown[]): ClientRequest | null {
  if (!clientRequestId) return null
  return { clientRequestId, contentHash: hash('sha256', JSON.stringify(asked), 'buffer') }
}
