// The logger every part takes as an argument: constant messages, variables in fields, never a body or a token. An error in a field is
// written as text.
import { pino } from 'pino'
import { errorText } from './error-text.ts'
import { writeRepeatedOnce } from './repetition.ts'

export interface Logger {
  debug(fields: object, message: string): void
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
  child(fields: object): Logger
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'

export interface LoggerOptions {
  readonly level: LogLevel
  readonly fields?: object
  /** Takes each line; standard error when left out. */
  readonly write?: (line: string) => void
}

/** JSON lines; of equal warnings and errors the first, and then their count. */
export function createLogger(options: LoggerOptions): Logger {
  const { level, fields, write } = options
  return pino(
    { level, base: fields ?? null, timestamp: pino.stdTimeFunctions.isoTime, formatters: { log: withErrorTexts } },
    { write: writeRepeatedOnce(write ?? standardError()) },
  )
}

function standardError(): (line: string) => void {
  const destination = pino.destination({ fd: 2, sync: true })
  return (line) => void destination.write(line)
}

/** JSON has no place for errors: each would be written as {}. */
function withErrorTexts(fields: Record<string, unknown>): Record<string, unknown> {
  if (!Object.values(fields).some((value) => value instanceof Error)) return fields
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value instanceof Error ? errorText(value) : value]))
}

/** Says nothing. */
export const silentLogger: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  child: () => silentLogger,
}
