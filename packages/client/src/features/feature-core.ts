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

type IntentField<N extends RequestName> = (typeof packets)[N] extends { readonly intent: infer Field extends string } ? Field : never

/** A request without the id of its intent, which `call` makes: one for all attempts. */
export type Asking<N extends RequestName> = Omit<RequestBodies[N], IntentField<N>>

export interface FeatureCore {
  /** Asks, and asks again over reconnects and retriable refusals until the deadline; rejects with a SkeinError. */
  call<N extends RequestName>(name: N, message: Asking<N>): Promise<AnswerBodies[N]>
  /** What storage keeps is there. */
  readonly loaded: Promise<void>
  readonly emitter: Emitter<ClientEvents>
  readonly conversations: Conversations
  readonly outbox: Outbox
  readonly viewReads: ViewReads
  readonly access: Access
  /** Users met so far, by id. */
  readonly profiles: Map<string, UserProfile>
}
