// Users as people know them: ids become user names. Asked for once and kept; an id nobody knows stands for itself.
import { type Client, SkeinError } from '@skein/client'

export interface Names {
  /** Id of a user given by name, or by id. */
  userId(name: string): Promise<string>
  userIds(names: readonly string[]): Promise<string[]>
  user(userId: string): Promise<string>
}

export function createNames(client: Client): Names {
  const asked = new Map<string, Promise<string>>()

  const names: Names = {
    async userId(name) {
      for (const asked of [{ userName: name }, { userId: name }]) {
        try {
          return (await client.findUser(asked)).userId
        } catch (error) {
          if (!(error instanceof SkeinError) || (error.code !== 'USER_NOT_FOUND' && error.code !== 'INVALID_ARGUMENT')) throw error
        }
      }
      throw new SkeinError('USER_NOT_FOUND', `there is no user "${name}"`)
    },
    userIds: (list) => Promise.all(list.map((name) => names.userId(name))),
    user(userId) {
      // Whoever tells everybody without being one of them.
      if (userId === '') return Promise.resolve('the operator')
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
  }
  return names
}
