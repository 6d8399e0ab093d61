// A user by id or, where none is given, by name.
import { isUserId, isUserName, wire } from '@skein/contracts'
import { admitLookUp } from '../admission.ts'
import type { Handler } from '../request.ts'
import { encodable } from './page.ts'
import { invalid, notFound, readRequest } from './read-request.ts'

const read = readRequest<'findUser'>(async ({ context, connection }, { userId, userName }) => {
  const { appId } = connection.identity!
  const byId = userId !== ''
  if (byId && !isUserId(userId)) return invalid('userId')
  if (!byId && !isUserName(userName)) return invalid('userName')
  const profile = await context.gate.read(connection, () => context.views.findUser(appId, byId ? { userId } : { userName }))
  return profile === null ? notFound('USER_NOT_FOUND', '') : wire.FindUserReply.encode({ profile: encodable(profile) }).finish()
})

export const findUser: Handler<'findUser'> = { ...read, admit: admitLookUp }
