// Checks of what clients put into requests, as far as the gateway needs them: ids (they become keys of the log), sizes,
// and numbers the log can hold. What a value means is for decide.
import type { ErrorCode, WireTypes } from '@skein/contracts'
import { isUserId, isUuid, parseConversationId } from '@skein/contracts'
import type { GatewayLimits } from './limits.ts'

/** A refusal of the client's request, with the field or limit it is about. */
export interface Refusal {
  readonly code: ErrorCode
  readonly detail: string
}

type ISendRequest = WireTypes.wire.v1.ISendRequest

const roles = new Set(['owner', 'admin', 'member'])

export const invalid = (detail: string): Refusal => ({ code: 'INVALID_ARGUMENT', detail })
/** Names the limit with its value, and what was asked for. */
export const tooLarge = (limit: 'bodyBytesMax' | 'attachmentsMax' | 'userIdsMax', limits: GatewayLimits, asked: number): Refusal => ({
  code: 'TOO_LARGE',
  detail: `${limit} ${limits[limit]}, asked ${asked}`,
})

export const isConversationId = (id: string | null | undefined): id is string => typeof id === 'string' && parseConversationId(id) !== null
export const isRole = (role: string | null | undefined): role is string => typeof role === 'string' && roles.has(role)
/** Whole, not negative and exact. */
export const isCount = (value: number | null | undefined): boolean => Number.isSafeInteger(value ?? 0) && (value ?? 0) >= 0

/** Null when the request may become a command. */
export function refusalOfSend(request: ISendRequest, limits: GatewayLimits): Refusal | null {
  if (!isConversationId(request.conversationId)) return invalid('conversationId')
  if (!isUuid(request.clientMessageId ?? '')) return invalid('clientMessageId')
  if (request.body === null || request.body === undefined) return invalid('body')
  const bodyBytes = request.body.bytes?.length ?? 0
  if (bodyBytes > limits.bodyBytesMax) return tooLarge('bodyBytesMax', limits, bodyBytes)
  if (!isCount(request.replyTo as number)) return invalid('replyTo')
  const attachments = request.attachments ?? []
  if (attachments.length > limits.attachmentsMax) return tooLarge('attachmentsMax', limits, attachments.length)
  return attachments.every(({ size }) => isCount(size as number)) ? null : invalid('attachments')
}

export function refusalOfUserIds(userIds: readonly string[], limits: GatewayLimits, detail: string): Refusal | null {
  if (userIds.length > limits.userIdsMax) return tooLarge('userIdsMax', limits, userIds.length)
  return userIds.every(isUserId) ? null : invalid(detail)
}
