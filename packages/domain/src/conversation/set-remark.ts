// What a user calls another and how they sort them: theirs alone, whatever the two are to one another.
import { limits } from '../limits.ts'
import { beyond, firstFault, type Refusal, reject, rejectText } from '../refusal.ts'
import { accept, type EventRule } from '../rule.ts'
import { isShownName } from '../text.ts'
import { aboutPair, byActor, onRelation } from './pair.ts'

export const setRemark = aboutPair<'SetRemark'>(
  (command, { own }) => {
    const { remark, tags } = command
    const isSo = own.remark === remark && own.tags.length === tags.length && own.tags.every((tag, i) => tag === tags[i])
    return accept(isSo ? [] : [{ type: 'RemarkSet', ...byActor(command), remark, tags }], {})
  },
  ({ remark, tags }) => faultOfRemark(remark) ?? faultOfTags(tags),
)

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
