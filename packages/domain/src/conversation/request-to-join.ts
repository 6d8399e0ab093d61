// Asking to be let into a group: one that is open lets in at once, one that is asked first keeps the request until somebody answers it, or it is
// too old. A group that lets in only whom it invites is none to whoever asks.
import { joinRequestKey } from '../cells/joining.ts'
import { readKind } from '../cells.ts'
import { eventMeta } from '../event.ts'
import { limits } from '../limits.ts'
import { beyond, isRefusal, type Refusal, reject, rejectText } from '../refusal.ts'
import { accept, type CommandRule, type EventRule, make } from '../rule.ts'
import { isText } from '../text.ts'
import { comingIn, comingInKeys, inBy, waits } from './joining.ts'
import { groupOf, isIn } from './target.ts'

export const requestToJoin: CommandRule<'RequestToJoin'> = (command) => {
  const { meta, conversationId, text, answers } = command
  const target = groupOf(command)
  if (isRefusal(target)) return target
  const userId = target.actorId
  const key = joinRequestKey(target.appId, conversationId, userId)
  return {
    fault: faultOfWords(text, answers),
    reads: () => [...comingInKeys(command, target, userId), key],
    decide(read) {
      const coming = comingIn(command, target, userId, read)
      if (coming === null) return reject('NOT_JOINABLE', 'conversationId')
      const { head, group, before } = coming
      if (isIn(before)) return accept([], { seq: head.lastSeq })
      if (group.joinBy === 'invitation') return reject('NOT_JOINABLE', 'conversationId')
      if (group.joinBy === 'open') {
        const joined = inBy({ how: 'open', approvedBy: '', linkId: '' }, coming, { command, target, read })
        return isRefusal(joined) ? joined : accept([...joined.events], { seq: joined.seq })
      }
      if (answers.length !== group.questions.length) return reject('INVALID_ARGUMENT', `answers: questions ${group.questions.length}`)
      const asked = readKind(read, 'join-request', key)
      const isSame = asked?.text === text && asked.answers.every((each, i) => each === answers[i])
      if (waits(asked, coming, meta.enteredAt) && isSame) return accept([], { seq: 0 })
      const request = { userId, text, answers, expiresAtMs: meta.enteredAt + limits.joinRequestMs, afterSeq: head.lastSeq }
      return accept([{ type: 'JoinRequested', meta: eventMeta(command), conversationId, ...request }], { seq: 0 })
    },
  }
}

function faultOfWords(text: string, answers: readonly string[]): Refusal | null {
  if (!isText(text, 0, limits.joinRequestTextCharsMax)) return rejectText('text', text, 'joinRequestTextCharsMax')
  if (answers.length > limits.groupQuestionsMax) return reject('TOO_LARGE', beyond('groupQuestionsMax', answers.length))
  const wrong = answers.find((each) => !isText(each, 0, limits.joinAnswerCharsMax))
  return wrong === undefined ? null : rejectText('answers', wrong, 'joinAnswerCharsMax')
}

export const joinRequested: EventRule<'JoinRequested'> = ({ meta, conversationId, userId, text, answers, expiresAtMs, afterSeq }) => [
  make(joinRequestKey(meta.appId, conversationId, userId), {
    kind: 'join-request',
    text,
    answers,
    askedAt: meta.occurredAt,
    expiresAt: expiresAtMs,
    answeredAt: 0,
    outcome: '',
    afterSeq,
  }),
]
