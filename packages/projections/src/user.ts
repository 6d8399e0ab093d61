// What the events of users and of their names become.
import type { Audience, EventsOf, EventViews } from './event-view.ts'

const nobody = (): Audience => ({ to: 'nobody' })

export const userViews: EventViews<EventsOf<'user' | 'userName'>> = {
  UserRegistered: { item: null, notice: null, audience: nobody },
  DeviceSessionOpened: { item: null, notice: null, audience: nobody },
  DeviceSessionClosed: {
    item: null,
    notice: null,
    audience: ({ userId, sessionId }) => ({ to: 'device-session', userId, sessionId }),
  },
  MessageHidden: {
    item: null,
    notice: ({ conversationId, seq, ordinal, messageId }) => ({ conversationId, seq, ordinal, messageId }),
    audience: ({ userId }) => ({ to: 'users', userIds: [userId] }),
  },
  PrivacyChanged: {
    item: null,
    notice: ({ write, add }) => ({ write, add }),
    audience: ({ userId }) => ({ to: 'users', userIds: [userId] }),
  },
  UserNameClaimed: { item: null, notice: null, audience: nobody },
}
