// What a sync says of ways into groups, told as what happens is: what came to wait for an answer, and what does so no more.
import type { ToldInvitations, ToldJoinRequests } from '../conversation/sync.ts'
import type { FeatureCore } from './feature-core.ts'

export const syncedWaysIn = ({ conversations, emitter }: Pick<FeatureCore, 'conversations' | 'emitter'>) => ({
  onInvitations({ invitations, ended, reset, cut }: ToldInvitations): void {
    if (reset) emitter.emit('invitationsReset', { cut })
    for (const invitation of invitations) emitter.emit('invitation', invitation)
    for (const conversationId of ended) emitter.emit('invitationEnded', { conversationId, userId: conversations.userId })
  },

  onJoinRequests({ requests, reset, cut }: ToldJoinRequests): void {
    if (reset) emitter.emit('joinRequestsReset', { cut })
    for (const { conversationId, request, state, atMs } of requests) {
      if (request === null) continue
      const { userId } = request
      if (state === 'waits') {
        emitter.emit('joinRequest', { conversationId, ...request })
        continue
      }
      if (state === 'accepted' || state === 'refused') {
        emitter.emit('joinRequestAnswered', { conversationId, userId, accepted: state === 'accepted', atMs })
      }
      emitter.emit('joinRequestEnded', { conversationId, userId })
    }
  },
})
