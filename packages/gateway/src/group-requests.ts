// Requests about groups, and logout: each becomes one command, its reply one answer.
import type { CommandName, Packet, SkeinCommand } from '@skein/contracts'
import { aggregateKey, commands, flags, isUserId, userAggregateId, wire } from '@skein/contracts'
import { invalid, isConversationId, isRole, type Refusal, refusalOfUserIds } from './arguments.ts'
import type { Outcome, Pending } from './command-desk.ts'
import type { Connection } from './connection.ts'
import { monotonicMs } from './connection.ts'
import type { GatewayContext } from './context.ts'
import { dismiss, refuse } from './farewell.ts'
import { emptyBody } from './outbox.ts'
import { decodeBody } from './packet-body.ts'
import { takeToken, tokenWaitMs } from './token-bucket.ts'

export type GroupCommandName = 'createGroup' | 'addMembers' | 'removeMember' | 'leaveGroup' | 'changeRole'

interface PendingGroup extends Pending {
  readonly context: GatewayContext
  readonly name: CommandName
  readonly conversationId: string
}

/** The command without its stamp. */
type Unstamped<C> = C extends SkeinCommand ? Omit<C, 'meta'> : never

/** Throws for a body that does not parse. */
function commandOf(context: GatewayContext, name: GroupCommandName, body: Uint8Array): Unstamped<SkeinCommand> | Refusal {
  const { limits } = context
  switch (name) {
    case 'createGroup': {
      const { conversationId, name: groupName, memberIds } = decodeBody(wire.CreateGroupRequest, body)
      const conversation = isConversationId(conversationId) ? conversationId : ''
      if (!conversation.startsWith('g:')) return invalid('conversationId')
      const refusal = refusalOfUserIds(memberIds ?? [], limits, 'memberIds')
      return refusal ?? { type: 'CreateGroup', conversationId: conversation, name: groupName ?? '', memberIds: memberIds ?? [] }
    }
    case 'addMembers': {
      const { conversationId, userIds } = decodeBody(wire.AddMembersRequest, body)
      if (!isConversationId(conversationId)) return invalid('conversationId')
      return refusalOfUserIds(userIds ?? [], limits, 'userIds') ?? { type: 'AddMembers', conversationId, userIds: userIds ?? [] }
    }
    case 'removeMember': {
      const { conversationId, userId } = decodeBody(wire.RemoveMemberRequest, body)
      if (!isConversationId(conversationId)) return invalid('conversationId')
      return isUserId(userId ?? '') ? { type: 'RemoveMember', conversationId, userId: userId! } : invalid('userId')
    }
    case 'leaveGroup': {
      const { conversationId } = decodeBody(wire.LeaveGroupRequest, body)
      return isConversationId(conversationId) ? { type: 'LeaveGroup', conversationId } : invalid('conversationId')
    }
    case 'changeRole': {
      const { conversationId, userId, role } = decodeBody(wire.ChangeRoleRequest, body)
      if (!isConversationId(conversationId)) return invalid('conversationId')
      if (!isUserId(userId ?? '')) return invalid('userId')
      return isRole(role) ? { type: 'ChangeMemberRole', conversationId, userId: userId!, role } : invalid('role')
    }
  }
}

/** Whether one more command of this connection may be submitted; answers the packet itself when not. */
function mayCommand(context: GatewayContext, connection: Connection, packet: Packet): boolean {
  const { inFlightMax, sendsPerSecond, sendBurst } = context.limits
  if (connection.inFlight >= inFlightMax) {
    refuse(context, connection, packet, packet.sequence, 'TOO_MANY_IN_FLIGHT', 'inFlightMax')
    return false
  }
  if (takeToken(connection.user!, sendsPerSecond, sendBurst, monotonicMs())) return true
  refuse(context, connection, packet, packet.sequence, 'RATE_LIMITED', 'sendsPerSecond', tokenWaitMs(connection.user!, sendsPerSecond))
  return false
}

/** A group command's packet. Throws for a body that does not parse. */
export function receiveGroupCommand(context: GatewayContext, connection: Connection, name: GroupCommandName, packet: Packet): void {
  const command = commandOf(context, name, packet.body)
  if ('code' in command) {
    refuse(context, connection, packet, packet.sequence, command.code, command.detail)
    return
  }
  if (!mayCommand(context, connection, packet)) return
  connection.inFlight += 1
  const { conversationId } = command as { conversationId: string }
  const meta = context.desk.stamp(connection, (packet.flags & flags.retry) !== 0)
  const pending: PendingGroup = { context, connection, sequence: packet.sequence, settle: settleGroup, name, conversationId }
  context.desk.submit(aggregateKey(connection.identity!.appId, conversationId), { ...command, meta } as SkeinCommand, pending)
}

function settleGroup(pending: Pending, outcome: Outcome): void {
  const { context, connection, sequence, name, conversationId } = pending as PendingGroup
  if (!connection.open) return
  connection.inFlight -= 1
  if ('code' in outcome) {
    refuse(context, connection, commands[name], sequence, outcome.code, outcome.detail)
    return
  }
  const body = wire.GroupReply.encode({ conversationId, seq: outcome.reply.seq }).finish()
  context.outbox.packet(connection, commands[name], sequence, flags.ack, body)
}

/** A connection/logout packet. Throws for a body that does not parse. */
export function receiveLogout(context: GatewayContext, connection: Connection, packet: Packet): void {
  decodeBody(wire.LogoutRequest, packet.body)
  if (!mayCommand(context, connection, packet)) return
  connection.inFlight += 1
  const { appId, userId, sessionId } = connection.identity!
  const meta = context.desk.stamp(connection, (packet.flags & flags.retry) !== 0)
  const pending: PendingGroup = { context, connection, sequence: packet.sequence, settle: settleLogout, name: 'logout', conversationId: '' }
  context.desk.submit(aggregateKey(appId, userAggregateId(userId)), { type: 'CloseDeviceSession', meta, userId, sessionId }, pending)
}

function settleLogout(pending: Pending, outcome: Outcome): void {
  const { context, connection, sequence } = pending as PendingGroup
  if (!connection.open) return
  connection.inFlight -= 1
  if ('code' in outcome) {
    refuse(context, connection, commands.logout, sequence, outcome.code, outcome.detail)
    return
  }
  context.outbox.packet(connection, commands.logout, sequence, flags.ack, emptyBody)
  dismiss(context, connection, 'LOGGED_OUT', 'by this device')
}
