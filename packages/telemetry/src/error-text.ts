// An error as one line of a log: name, code and message, and the same of its causes; of a bug, which has no code, where in Skein it came
// from too. Nothing else that hangs on an error is shown (the command that Redis refused, the row that PostgreSQL did), nor what a parser
// says, as it quotes what it parsed.

const causesMax = 4
const framesMax = 4
const charactersMax = 500

export function errorText(error: unknown, causesLeft = causesMax): string {
  if (!(error instanceof Error)) return cut(String(error))
  const { code, cause } = error as { code?: unknown; cause?: unknown }
  const isOperatingFault = typeof code === 'string' || typeof code === 'number'
  const what = [error.name, ...(isOperatingFault ? [String(code)] : [])].join(' ')
  const message = messageOf(error)
  const place = isOperatingFault || cause !== undefined ? '' : framesOf(error)
  const because = cause === undefined || causesLeft === 0 ? '' : `; cause: ${errorText(cause, causesLeft - 1)}`
  return `${what}${message && `: ${cut(message)}`}${place}${because}`
}

/** Attempts on several addresses fail as one error without a message of its own. */
function messageOf(error: Error): string {
  if (error instanceof SyntaxError) return ''
  if (error instanceof AggregateError && !error.message)
    return [...new Set(error.errors.map((each) => messageOf(each as Error)))].join(', ')
  return error.message
}

const cut = (text: string): string => (text.length > charactersMax ? `${text.slice(0, charactersMax)}...` : text)

function framesOf(error: Error): string {
  const lines = (error.stack ?? '').split('\n').filter((line) => /^ {4}at /.test(line) && !/\bnode_modules\b|\bnode:/.test(line))
  return lines
    .slice(0, framesMax)
    .map((line) => ` ${line.trim().replace('file://', '')}`)
    .join('')
}
