// Asking others to be friends, and groups to be let in: each question is told, to one or to all who rule a group, so the policy of the app says how
// many a user may ask in an hour. One that is repeated is counted once, and what is refused for good is given back.
import { count, countedKeyOf, isCounted, noneCounted, uncount } from '../connection/counted-requests.ts'
import { isRetriable } from '../connection/error-answer.ts'
import { beyondHour } from '../connection/hourly-counts.ts'
import { monotonicMs } from '../monotonic-clock.ts'
import { admitCommand, refuseBeyond } from './admission.ts'
import { commandOrRefused, submitCommand } from './command-request.ts'
import type { Handler } from './request.ts'

const hourly = <N extends 'requestFriend' | 'requestToJoin'>(limit: 'friendRequestsPerHour' | 'joinRequestsPerHour'): Handler<N> => ({
  admit: admitCommand,
  handle(request, said) {
    const command = commandOrRefused(request, said)
    if (command === null) return
    const { limits, policies } = request.context
    const nowMs = monotonicMs()
    const user = request.connection.user!
    const counted = user.hourly.get(limit) ?? noneCounted(nowMs)
    user.hourly.set(limit, counted)
    const asked = { key: countedKeyOf(command.meta), amount: 1 }
    const perHour = policies.of(command.meta.appId)[limit].value
    if (!isCounted(counted, asked, nowMs)) {
      const beyond = beyondHour(counted.all, asked.amount, perHour, nowMs)
      if (beyond !== null) {
        refuseBeyond(request, { ...beyond, detail: `${limit} ${beyond.detail}` })
        return
      }
      count(counted, asked, { perHour, keptMax: limits.hourlyRequestsKeptMax }, nowMs)
    }
    submitCommand(request, command, (outcome) => {
      // What may stand in the log counts.
      if (!outcome.accepted && !isRetriable(outcome.code)) uncount(counted, asked)
    })
  },
})

export const requestFriend = hourly<'requestFriend'>('friendRequestsPerHour')
export const requestToJoin = hourly<'requestToJoin'>('joinRequestsPerHour')
