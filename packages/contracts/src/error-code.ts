// Codes of the error catalogue, told from what another release may send.
import { type ErrorCode, errorCatalogue } from './generated/errors.ts'

export const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(errorCatalogue, code)
