// Calls of the parts an answer needs (views, presence, credentials), each with a time limit. Whatever goes wrong in a
// part is UNAVAILABLE to the client: the request may be repeated; the cause is for the log.
import { ApiError } from './api-error.ts'

export type PartCall = <T>(part: string, call: () => Promise<T>) => Promise<T>

export function createPartCall(options: { readonly timeoutMs: number }): PartCall {
  return async (part, call) => {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no answer from ${part} within ${options.timeoutMs} ms`)), options.timeoutMs)
    })
    try {
      return await Promise.race([call(), late])
    } catch (cause) {
      if (cause instanceof ApiError) throw cause
      throw new ApiError('UNAVAILABLE', part, { cause })
    } finally {
      clearTimeout(timer)
    }
  }
}
