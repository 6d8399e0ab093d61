// Requests that become commands: the schemas say which, by which field the client names its intent, and what the answer is. Whatever
// can be refused without knowing the state is refused here, before it is in the log.
import { hash } from 'node:crypto'
import type { Asking, Outcome } from '@skein/command-desk'
import type { Asker, CommandMeta, CommandPacket, SkeinCommand } from '@skein/contracts'
import { commandFrom, isUuid, packets, requestContent } from '@skein/contracts'
import { limits, refusalOf } from '@skein/domain'
import type { Connection } from '../connection/connection.ts'
import type { ErrorAnswer } from '../connection/error-answer.ts'
import { waitForTurn } from '../connection/reading.ts'
import { admitCommand } from './admission.ts'
import type { Handler, Request, Said } from './request.ts'
import { faultOfSecret, hashed } from './secrets.ts'

type AnyMessage = Readonly<Record<string, unknown>>
/** The generated function of any of them: what it takes is what its codec decodes. */
type CommandOf = (said: AnyMessage, meta: CommandMeta, asker: Asker) => SkeinCommand

export const isCommand = (made: SkeinCommand | ErrorAnswer): made is SkeinCommand => 'meta' in made

/** Who gives the commands of a logged-in connection. */
export function senderOf({ identity, id: connectionId }: Connection) {
  const { appId, userId: actorId, deviceId } = identity!
  return { appId, actorId, deviceId, connectionId }
}

/** The field by which the client names its intent; null for requests that may be repeated as they are. */
export const intentFieldOf = (name: CommandPacket): string | null => packets[name].intent

/** Until what is asked for is hashed. */
const unhashed: Uint8Array = new Uint8Array(limits.contentHashBytes)

/**
 * Of what a request asks for, whatever its client names it. Through a text: a buffer that OpenSSL's answer is given in is one of its own, and
 * costs as much again (`bench/content-hash.ts`).
 */
export const contentHashOf = (name: CommandPacket, field: string, said: AnyMessage): Uint8Array =>
  Buffer.from(hash('sha256', requestContent(name, field, said), 'binary'), 'binary')

/** The command that a request becomes, stamped, or why it is refused whatever the state. */
export function commandOf<N extends CommandPacket>(request: Request<N>, said: Said[N]): SkeinCommand | ErrorAnswer {
  const { name, connection, context, retry } = request
  const message = said as unknown as AnyMessage
  const field = intentFieldOf(name)
  if (field !== null && !isUuid(message[field] as string)) return { code: 'INVALID_ARGUMENT', detail: field }
  const intent = field === null ? null : { id: message[field] as string, contentHash: unhashed }
  const meta = context.desk.stamp(senderOf(connection), intent, retry)
  const { userId, sessionId } = connection.identity!
  const fault = faultOfSecret(name, message)
  if (fault !== null) return { code: 'INVALID_ARGUMENT', detail: fault }
  const command = (commandFrom[name] as CommandOf)(message, meta, { userId, sessionId, hashed })
  const refusal = refusalOf(command)
  if (refusal !== null) return refusal
  // Last, as it is dear: of what is refused nobody compares it.
  if (intent !== null) intent.contentHash = contentHashOf(name, field!, message)
  return command
}

/** The command that a request becomes; null where it was refused instead. */
export function commandOrRefused<N extends CommandPacket>(request: Request<N>, said: Said[N]): SkeinCommand | null {
  const made = commandOf(request, said)
  if (isCommand(made)) return made
  request.refuse(made.code, made.detail)
  return null
}

/** Gives a request's command to the desk, which settles it as long as its connection is open. */
export function giveCommand({ connection, context }: Request<CommandPacket>, command: SkeinCommand, settle: Asking['settle']): void {
  const waits = (waiting: boolean) => waitForTurn(connection, waiting, context.limits.turnWaitMaxMs)
  context.desk.submit(command, { settle, wanted: () => connection.open, waits })
}

/** Answers a request with what became of its command. */
export function answerOutcome(request: Request<CommandPacket>, outcome: Outcome): void {
  if (outcome.accepted) request.answer(outcome.body)
  else request.refuse(outcome.code, outcome.detail, outcome.retryAfterMs)
}

/** Submits a command and answers its request with what becomes of that. */
export function submitCommand(request: Request<CommandPacket>, command: SkeinCommand, settled: (outcome: Outcome) => void): void {
  giveCommand(request, command, (outcome) => {
    answerOutcome(request, outcome)
    settled(outcome)
  })
}

/** Submits what the request becomes and answers it with what becomes of that. */
export function submitRequest<N extends CommandPacket>(request: Request<N>, said: Said[N], answered: () => void = () => {}): void {
  const command = commandOrRefused(request, said)
  if (command === null) return
  submitCommand(request, command, ({ accepted }) => {
    if (accepted) answered()
  })
}

/** For all that need nothing of their own. */
export const commandRequest: Handler<CommandPacket> = { admit: admitCommand, handle: (request, said) => submitRequest(request, said) }
