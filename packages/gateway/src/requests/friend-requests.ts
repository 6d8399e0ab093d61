// Asking others to be friends: each is told of it, so the policy of the app says how many a user may ask in an hour. One that is repeated is
// counted once, and what is refused for good is given back.
import { count, countedKeyOf, isCounted, noneCounted, uncount } from '../connection/counted-requests.ts'
import { isRetriable } from '../connection/error-answer.ts'
import { beyondHour } from '../connection/hourly-counts.ts'
import { monotonicMs } from '../monotonic-clock.ts'
import { admitCommand, refuseBeyond } from './admission.ts'
import { commandOf, isCommand, submitCommand } from './command-request.ts'
import type { Handler } from './request.ts'

export const requestFriend: Handler<'requestFriend'> = {
  admit: admitCommand,
  handle(request, said) {
    const command = commandOf(request, said)
    if (!isCommand(command)) {
      request.refuse(command.code, command.detail)
      return
    }
    const { limits, policies } = request.context
    const nowMs = monotonicMs()
    const user = request.connection.user!
    user.friendRequests ??= noneCounted(nowMs)
    const counted = user.friendRequests
    const asked = { key: countedKeyOf(command.meta), amount: 1 }
    const perHour = policies.of(command.meta.appId).friendRequestsPerHour.value
    if (!isCounted(counted, asked, nowMs)) {
      const beyond = beyondHour(counted.all, asked.amount, perHour, nowMs)
      if (beyond !== null) {
        refuseBeyond(request, { ...beyond, detail: `friendRequestsPerHour ${beyond.detail}` })
        return
      }
      count(counted, asked, { perHour, keptMax: limits.friendRequestsKeptMax }, nowMs)
    }
    submitCommand(request, command, (outcome) => {
      // What may stand in the log counts.
      if (!outcome.accepted && !isRetriable(outcome.code)) uncount(counted, asked)
    })
  },
}
