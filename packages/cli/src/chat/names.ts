// Users as people know them: ids become user names. Asked for once and kept; an id nobody knows stands for itself. What was not answered
// is forgotten, and asked for again when it is needed.
import { type Client, SkeinError } from '@skein/client'

export interface Names {
  /** Id of a user given by name, or by id. */
  userId(name: string): Promise<string>
  userIds(names: readonly string[]): Promise<string[]>
  user(userId: string): Promise<string>
  /** By id, of any number of users: those whose names are known here, and the first few of the others, who are asked for. */
  some(userIds: readonly string[]): Promise<ReadonlyMap<string, string>>
}

/** Look-ups under way, beyond which no more are begun of `some` users. */
const lookUpsMax = 20

const isNobody = (error: unknown) => error instanceof SkeinError && (error.code === 'USER_NOT_FOUND' || error.code === 'INVALID_ARGUMENT')

export function createNames(client: Client): Names {
  const found = new Map<string, string>()
  const asking = new Map<string, Promise<string>>()

  // Whoever tells everybody without being one of them has no id.
  const known = (userId: string): string | undefined =>
    userId === '' ? 'the operator' : client.profile(userId)?.userName || found.get(userId)

  async function ask(userId: string): Promise<string> {
    try {
      const { userName } = await client.findUser({ userId })
      found.set(userId, userName || userId)
    } catch (error) {
      if (isNobody(error)) found.set(userId, userId)
    } finally {
      asking.delete(userId)
    }
    return found.get(userId) ?? userId
  }

  const names: Names = {
    async userId(name) {
      for (const asked of [{ userName: name }, { userId: name }]) {
        try {
          return (await client.findUser(asked)).userId
        } catch (error) {
          if (!isNobody(error)) throw error
        }
      }
      throw new SkeinError('USER_NOT_FOUND', `there is no user "${name}"`)
    },
    userIds: (list) => Promise.all(list.map((name) => names.userId(name))),
    user(userId) {
      const name = known(userId)
      if (name !== undefined) return Promise.resolve(name)
      const answer = asking.get(userId) ?? ask(userId)
      asking.set(userId, answer)
      return answer
    },
    async some(userIds) {
      const isAsked = (userId: string) => known(userId) !== undefined || asking.has(userId)
      const others = userIds.filter((userId) => !isAsked(userId)).slice(0, Math.max(0, lookUpsMax - asking.size))
      const meant = userIds.filter((userId) => isAsked(userId) || others.includes(userId))
      return new Map(await Promise.all(meant.map(async (userId) => [userId, await names.user(userId)] as const)))
    },
  }
  return names
}
