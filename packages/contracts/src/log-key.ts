// Log keys: the key of a record names its app and its aggregate, so that all there is about one aggregate stands in one
// partition, in order. Which aggregate a command or event belongs to stands in its schema.
import type { SkeinCommand, SkeinEvent } from './generated/avro.ts'
import { aggregateIdOf } from './generated/avro.ts'

/** Log key of an aggregate. */
export const aggregateKey = (appId: string, aggregateId: string): string => `${appId}/${aggregateId}`

/** Log key of the aggregate that a command or event belongs to; empty for the events of a partition itself. */
export function logKeyOf(message: SkeinCommand | SkeinEvent): string {
  const id = aggregateIdOf(message)
  return id === '' ? '' : aggregateKey(message.meta.appId, id)
}

/** Log key of the aggregate of a user, which their device sessions belong to. */
export const userLogKey = (appId: string, userId: string): string =>
  aggregateKey(appId, aggregateIdOf({ type: 'UserRegistered', userId } as SkeinEvent))
