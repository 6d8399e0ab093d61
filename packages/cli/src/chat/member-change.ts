// What became of each user whom a command about members named, as people are told it.
import type { MemberChange } from '@skein/client'
import type { Names } from './names.ts'

export async function describeChange(done: string, { changed, already, refused }: MemberChange, names: Names): Promise<string> {
  const called = async (userIds: readonly string[]) => (await Promise.all(userIds.map((userId) => names.user(userId)))).join(', ')
  const parts = [
    changed.length > 0 ? `${done}: ${await called(changed)}` : `${done}: nobody`,
    already.length > 0 ? `nothing to change: ${await called(already)}` : '',
    await describeRefused(refused, names),
  ]
  return parts.filter((part) => part !== '').join('; ')
}

/** Empty where nobody was refused. */
export async function describeRefused(refused: MemberChange['refused'], names: Names): Promise<string> {
  return (await Promise.all(refused.map(async ({ userId, code }) => `refused: ${await names.user(userId)} (${code})`))).join('; ')
}
