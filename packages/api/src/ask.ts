// Asks the processor through the log: a refusal is thrown as the error that the client is told. Asking again must be harmless: where the
// outcome is not known, UNAVAILABLE is what is thrown.
import { hash, randomUUIDv7 } from 'node:crypto'
import type { CommandDesk, Outcome } from '@skein/command-desk'
import type {
  BroadcastMessage,
  ChangeAppPolicy,
  ChangeBroadcastRight,
  ClaimUserName,
  CloseDeviceSession,
  Intent,
  NotifyOnline,
  OpenDeviceSession,
  RegisterUser,
} from '@skein/contracts'
import { repeatOf } from '@skein/contracts'
import { ApiError } from './api-error.ts'

type Asked =
  | BroadcastMessage
  | ChangeBroadcastRight
  | NotifyOnline
  | ChangeAppPolicy
  | ClaimUserName
  | RegisterUser
  | OpenDeviceSession
  | CloseDeviceSession
type WithoutMeta<C> = C extends Asked ? Omit<C, 'meta'> : never

export interface Asker {
  readonly appId: string
  readonly actorId: string
  readonly deviceId: string
  /** This may have been asked before. */
  readonly retry?: boolean
  /** How whoever asks names it; made where it is not named. */
  readonly intentId?: string
}

/** What was done, and where it stands in the log. */
export type Done = Extract<Outcome, { readonly accepted: true }>

export type Ask = (what: WithoutMeta<Asked>, asker: Asker) => Promise<Done>

/** An HTTP request has no connection that its reply would name. */
const connectionId = ''

export const createAsk =
  (desk: CommandDesk): Ask =>
  async (what, { retry = false, intentId = newTimeOrderedId(), ...asker }) => {
    const outcome = await desk.ask({ ...what, meta: desk.stamp({ ...asker, connectionId }, intentOf(what, intentId), retry) })
    if (!outcome.accepted) {
      const { code, detail, retryAfterMs } = outcome
      throw new ApiError(code, detail, retryAfterMs === undefined ? undefined : { retryAfterMs })
    }
    return outcome
  }

/** Each request that is not named is an intent of its own: the desk may append its command again, and a late copy must not undo what came after. */
function intentOf(what: WithoutMeta<Asked>, id: string): Intent | null {
  if (repeatOf[what.type] !== 'named') return null
  return { id, contentHash: hash('sha256', JSON.stringify(what), 'buffer') }
}

/** Ids that sort by the time they were made. */
export const newTimeOrderedId = (): string => randomUUIDv7()
