// What a user calls another and how they sort them: theirs alone, whatever the two are to one another.
import { eventMeta } from '../event.ts'
import { limits } from '../limits.ts'
import { beyond, firstFault, isRefusal, type Refusal, reject, rejectText } from '../refusal.ts'
import { accept, type CommandRule, type EventRule } from '../rule.ts'
import { isShownName } from '../text.ts'
import { onRelation, pairOf } from './pair.ts'

export const setRemark: CommandRule<'SetRemark'> = (command) => {
  const pair = pairOf(command)
  if (isRefusal(pair)) return pair
  const { conversationId, remark, tags } = command
  return {
    fault: faultOfRemark(remark) ?? faultOfTags(tags),
    reads: pair.reads,
    decide(read) {
      const relations = pair.relations(read)
      if (isRefusal(relations)) return relations
      const { own } = relations
      if (own.remark === remark && own.tags.length === tags.length && own.tags.every((tag, i) => tag === tags[i])) return accept([], {})
      const said = { userId: pair.target.actorId, remark, tags }
      return accept([{ type: 'RemarkSet', meta: eventMeta(command), conversationId, ...said }], {})
    },
  }
}

const faultOfRemark = (remark: string): Refusal | null =>
  remark === '' || isShownName(remark, limits.remarkCharsMax) ? null : rejectText('remark', remark, 'remarkCharsMax')

function faultOfTags(tags: readonly string[]): Refusal | null {
  if (tags.length > limits.tagsMax) return reject('TOO_LARGE', beyond('tagsMax', tags.length))
  return firstFault({ tags: tags.every((tag) => isShownName(tag, limits.tagCharsMax)) && new Set(tags).size === tags.length })
}

export const remarkSet: EventRule<'RemarkSet'> = (event) => {
  const { userId, remark, tags } = event
  return [onRelation(event, userId, (relation) => ({ ...relation, remark, tags }))]
}
