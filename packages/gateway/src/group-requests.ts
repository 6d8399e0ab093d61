// Requests about groups, and logout: each becomes one command, its reply one answer.
import type { CommandName, Packet, SkeinCommand } from '@skein/contracts'
import { aggregateKey, commands, flags, isUserId, isUuid, userAggregateId, wire } from '@skein/contracts'
import { invalid, isConversationId, isRole, type Refusal, refusalOfUserIds } from './arguments.ts'
import { clientRequest } from './client-request.ts'
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

type GroupCommand = Extract<Unstamped<SkeinCommand>, { readonly request: unknown }>

/** Throws for a body that does not parse. */
function commandOf(context: GatewayContext, name: GroupCommandName, body: Uint8Array): GroupCommand | Refusal {
  const { limits } = context
  switch (name) {
    case 'createGroup': {
      const asked = decodeBody(wire.CreateGroupRequest, body)
      const conversationId = isConversationId(asked.conversationId) ? asked.conversationId : ''
      if (!conversationId.startsWith('g:')) return invalid('conversationId')
      const [groupName, memberIds] = [asked.name ?? '', asked.memberIds ?? []]
      const request = clientRequest(asked.clientRequestId, name, groupName, memberIds)
      return (
        refusalOfUserIds(memberIds, limits, 'memberIds') ?? { type: 'CreateGroup', conversationId, name: groupName, memberIds, request }
      )
    }
    case 'addMembers': {
      const { conversationId, userIds: given, clientRequestId } = decodeBody(wire.AddMembersRequest, body)
      if (!isConversationId(conversationId)) return invalid('conversationId')
      const userIds = given ?? []
      const request = clientRequest(clientRequestId, name, userIds)
      return refusalOfUserIds(userIds, limits, 'userIds') ?? { type: 'AddMembers', conversationId, userIds, request }
    }
    case 'removeMember': {
      const { conversationId, userId, clientRequestId } = decodeBody(wire.RemoveMemberRequest, body)
      if (!isConversationId(conversationId)) return invalid('conversationId')
      if (!isUserId(userId ?? '')) return invalid('userId')
      return { type: 'RemoveMember', conversationId, userId: userId!, request: clientRequest(clientRequestId, name, userId) }
    }
    case 'leaveGroup': {
      const { conversationId, clientRequestId } = decodeBody(wire.LeaveGroupRequest, body)
      if (!isConversationId(conversationId)) return invalid('conversationId')
      return { type: 'LeaveGroup', conversationId, request: clientRequest(clientRequestId, name) }
    }
    case 'changeRole': {
      const { conversationId, userId, role, clientRequestId } = decodeBody(wire.ChangeRoleRequest, body)
      if (!isConversationId(conversationId)) return invalid('conversationId')
      if (!isUserId(userId ?? '')) return invalid('userId')
      if (!isRole(role)) return invalid('role')
      return {
        type: 'ChangeMemberRole',
        conversationId,
        userId: userId!,
        role,
        request: clientRequest(clientRequestId, name, userId, role),
      }
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

/** Whether the name a client gave is one; it may give none. */
const isNamed = ({ request }: GroupCommand): boolean => request === null || isUuid(request.clientRequestId)

/** A group command's packet. Throws for a body that does not parse. */
export function receiveGroupCommand(context: GatewayContext, connection: Connection, name: GroupCommandName, packet: Packet): void {
  const command = commandOf(context, name, packet.body)
  const refusal = 'code' in command ? command : isNamed(command) ? null : invalid('clientRequestId')
  if ('code' in command || refusal !== null) {
    refuse(context, connection, packet, packet.sequence, refusal!.code, refusal!.detail)
    return
  }
  if (!mayCommand(context, connection, packet)) return
  connection.inFlight += 1
  const { conversationId } = command
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
