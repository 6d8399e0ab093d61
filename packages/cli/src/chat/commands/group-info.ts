// Says what the present group is set to.
import type { ChatCommand } from '../chat-command.ts'

export const groupInfo: ChatCommand = {
  name: 'group info',
  usage: '',
  purpose: 'what this group is set to',
  async run({ client, names, output, hereGroup }) {
    const info = await client.groupInfo(hereGroup())
    const { name, ownerId, memberCount, dismissedAtMs, creatorId: _, endsAt, attributes, ...settings } = info
    const said = Object.entries(settings).flatMap(([what, value]) => (String(value) === '' ? [] : [`${what} ${value}`]))
    const owner = ownerId === '' ? 'nobody' : await names.user(ownerId)
    const lines = [
      `${name}, of ${owner}, with ${memberCount} members`,
      ...said,
      ...Object.entries(attributes).map(([key, value]) => `attribute.${key} ${value}`),
      ...(endsAt > 0 ? [`ends ${new Date(endsAt).toISOString()}`] : []),
      ...(dismissedAtMs > 0 ? [`dismissed ${new Date(dismissedAtMs).toISOString()}`] : []),
    ]
    output.notice('group-info', lines.join('\n'), { ...info })
  },
}
