// How each request is done. Requests that become commands need nothing of their own; one of another kind that is missing here does not
// compile.
import { type CommandPacket, packets, type RequestName } from '@skein/contracts'
import { commandRequest } from './command-request.ts'
import { heartbeat } from './heartbeat.ts'
import { login } from './login.ts'
import { logout } from './logout.ts'
import { markRead } from './read-marks.ts'
import { edits } from './reads/edits.ts'
import { findUser } from './reads/find-user.ts'
import { history } from './reads/history.ts'
import { members } from './reads/members.ts'
import { missed } from './reads/missed.ts'
import { sync } from './reads/sync.ts'
import { unread } from './reads/unread.ts'
import type { Handler } from './request.ts'
import { send } from './send-lanes.ts'

const becomesCommand = Object.entries(packets).filter(([, { kind }]) => kind === 'command')
const commands = Object.fromEntries(becomesCommand.map(([name]) => [name, commandRequest])) as Record<CommandPacket, Handler<CommandPacket>>

export const handlers = {
  ...commands,
  edits,
  findUser,
  heartbeat,
  history,
  login,
  logout,
  markRead,
  members,
  missed,
  send,
  sync,
  unread,
} satisfies { readonly [N in RequestName]: Handler<N> }

export const isRequest = (name: string): name is RequestName => Object.hasOwn(handlers, name)
