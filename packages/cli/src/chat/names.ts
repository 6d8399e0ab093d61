// Ids as people know them: user ids become user names, conversation ids become the other user or the group's name.
// Asked for once and kept; an id nobody knows stands for itself.
import { type Client, SkeinError } from '@skein/client'

export interface Names {
  /** Id of a user given by name, or by id. */
  userId(name: string): Promise<string>
  userIds(names: readonly string[]): Promise<string[]>
  user(userId: string): Promise<string>
  conversation(conversationId: string): Promise<string>
}

export function createNames(client: Client): Names {
  const asked = new Map<string, Promise<string>>()

  const names: Names = {
    async userId(name) {
      try {
        return (await client.findUser({ userName: name })).userId
      } catch (error) {
        if (!(error instanceof SkeinError) || (error.code !== 'USER_NOT_FOUND' && error.code !== 'INVALID_ARGUMENT')) throw error
        return (await client.findUser({ userId: name })).userId
      }
    },
    userIds: (list) => Promise.all(list.map((name) => names.userId(name))),
    user(userId) {
      const profile = client.profile(userId)
      if (profile) return Promise.resolve(profile.userName)
      const known = asked.get(userId)
      if (known) return known
      const asking = client.findUser({ userId }).then(
        (found) => found.userName || userId,
        () => userId,
      )
      asked.set(userId, asking)
      return asking
    },
    async conversation(id) {
      const [kind, first, second] = id.split(':')
      if (kind === 'd' && first && second) return names.user(first === client.userId ? second : first)
      return client.session(id)?.name || id
    },
  }
  return names
}
