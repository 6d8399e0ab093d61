// Calls of the parts an answer needs (views, presence, credentials), each with a time limit. Whatever goes wrong in a
// part is UNAVAILABLE to the client: the request may be repeated; the cause is for the log.
import { within } from '@skein/timing'
import { ApiError } from './api-error.ts'

export type PartCall = <T>(part: string, call: () => Promise<T>) => Promise<T>

export function createPartCall(options: { readonly timeoutMs: number }): PartCall {
  return async (part, call) => {
    try {
      return await within(options.timeoutMs, part, call())
    } catch (cause) {
      if (cause instanceof ApiError) throw cause
      throw new ApiError('UNAVAILABLE', part, { cause })
    }
  }
}
