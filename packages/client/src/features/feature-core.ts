// What a feature stands on: requests that are tried again until they are answered, and what this device knows. A feature is a file of
// methods that an application finds on the client.
import type { AnswerBodies, packets, RequestBodies, RequestName } from '@skein/contracts'
import type { Conversations } from '../conversation/conversations.ts'
import type { Outbox } from '../conversation/outbox.ts'
import type { UserProfile } from '../conversation/session.ts'
import type { ViewReads } from '../conversation/view-reads.ts'
import type { Emitter } from '../emitter.ts'
import type { ClientEvents } from '../events.ts'
import type { Access } from '../link/access.ts'
import { newUuid } from '../uuid.ts'

type IntentField<N extends RequestName> = (typeof packets)[N] extends { readonly intent: infer Field extends string } ? Field : never

/** A request without the id of its intent, which `call` makes: one for all attempts. */
export type Asking<N extends RequestName> = Omit<RequestBodies[N], IntentField<N>>

/** What is asked once, however often: under one id for all attempts. */
export interface Intent {
  readonly id: string
  /** By the application, which may have asked for it before, with another client. */
  readonly brought: boolean
}

export const intentOf = (requestId: string | undefined): Intent => ({ id: requestId ?? newUuid(), brought: requestId !== undefined })

export interface FeatureCore {
  readonly appId: string
  /**
   * Asks, and asks again over reconnects and retriable refusals until the deadline; rejects with a SkeinError. `intent` is that of whoever
   * may ask for the same again. A `message` that says who this user is is made once a connection has told.
   */
  call<N extends RequestName>(name: N, message: Asking<N> | (() => Asking<N>), intent?: Intent): Promise<AnswerBodies[N]>
  /** Asks once, on the present connection, and not again however that ends. */
  once<N extends RequestName>(name: N, message: RequestBodies[N]): Promise<AnswerBodies[N]>
  /** What storage keeps is there. */
  readonly loaded: Promise<void>
  readonly emitter: Emitter<ClientEvents>
  readonly conversations: Conversations
  readonly outbox: Outbox
  readonly viewReads: ViewReads
  readonly access: Access
  /** Live rooms that are followed, also while there is no connection. */
  readonly followedRooms: Set<string>
  /** Users met so far, by id. */
  readonly profiles: Map<string, UserProfile>
}

export interface ConversationChange {
  readonly conversationId: string
  readonly seq: number
}

/** Requests that add an item to a conversation, and are answered with its seq. */
type ChangeRequest = {
  [N in RequestName]: RequestBodies[N] extends { readonly conversationId: string }
    ? AnswerBodies[N] extends { readonly seq: number }
      ? N
      : never
    : never
}[RequestName]

/** What is answered has happened: the conversation is asked for what this device lacks up to there. */
export async function change<N extends ChangeRequest>(
  core: FeatureCore,
  name: N,
  message: Asking<N> & { readonly conversationId: string },
): Promise<ConversationChange> {
  const { conversationId } = message
  const { seq } = await core.call<ChangeRequest>(name, message)
  core.conversations.reach(conversationId, seq)
  return { conversationId, seq }
}
