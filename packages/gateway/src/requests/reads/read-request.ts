// Requests that only read the views. A view that cannot answer is the fault of no client: the request may be made again.
import { type ErrorCode, parseConversationId, type ReadPacket, type RequestName } from '@skein/contracts'
import type { ErrorAnswer } from '../../connection/error-answer.ts'
import { admitRead } from '../admission.ts'
import type { Handler, Request, Said } from '../request.ts'
import { ViewsUnavailable } from './view-gate.ts'

/** The bytes of an answer, or why there is none. */
export type Found = Uint8Array | ErrorAnswer

export const notFound = (code: ErrorCode, detail: string): ErrorAnswer => ({ code, detail })
export const invalid = (field: string): ErrorAnswer => ({ code: 'INVALID_ARGUMENT', detail: field })

export const cursorBytesMax = 8_192
export const isConversationId = (id: string): boolean => parseConversationId(id) !== null

/** What is asked is read off `said` before the first await: its bytes are the transport's after that. */
export type Find<N extends ReadPacket> = (request: Request<N>, said: Said[N]) => Promise<Found>

export const readRequest = <N extends ReadPacket>(find: Find<N>): Handler<N> => ({
  admit: admitRead,
  async handle(request, said) {
    const found = await find(request, said).catch((error: unknown) => unavailable(request, error))
    if (found instanceof Uint8Array) request.answer(found)
    else request.refuse(found.code, found.detail)
  },
})

/** Of a read that failed; throws what is a fault of ours. */
export function unavailable({ context, connection, name }: Request<RequestName>, error: unknown): ErrorAnswer {
  if (!(error instanceof ViewsUnavailable)) throw error
  // Its connection is gone: nobody is told, and the views are not at fault.
  if (!connection.open) return { code: 'UNAVAILABLE', detail: 'views' }
  context.logger.warn({ error, request: name, connectionId: connection.id }, 'views could not answer')
  return { code: 'UNAVAILABLE', detail: 'views' }
}
