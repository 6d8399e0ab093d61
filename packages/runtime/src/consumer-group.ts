// A consumer group of the log, as those know it who serve its partitions: its members are given them.
import type { EventLog, LogTopic, Membership, MembershipListener } from '@skein/event-sourcing'

export interface ConsumerGroup {
  readonly name: string
  join(listener: MembershipListener): Promise<Membership>
}

// biome-ignore lint/suspicious/noExplicitAny: nothing is read or written
export const consumerGroup = (log: Pick<EventLog<any, any>, 'join'>, name: string, topic: LogTopic): ConsumerGroup => ({
  name,
  join: (listener) => log.join(name, topic, listener),
})
