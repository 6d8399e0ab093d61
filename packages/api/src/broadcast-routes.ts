// Routes about broadcasts, for operators: to everybody of an app, who has the right to, and how far it was told.
import { broadcastConversationId, decodeReply, isUuid } from '@skein/contracts'
import { limits } from '@skein/domain'
import { z } from 'zod'
import type { ApiParts } from './api-parts.ts'
import { newTimeOrderedId } from './ask.ts'
import { userParams } from './request-schemas.ts'
import type { Route } from './route.ts'
import { appIdText, appParams, route } from './route.ts'

export const broadcastRoutes = (parts: ApiParts): readonly Route[] => [broadcast(parts), broadcastProgress(parts), broadcastRight(parts)]

const idText = z.string().refine(isUuid, { error: 'must be a lower-case UUID' })

const broadcastBody = z.object({
  id: idText.optional().meta({ description: 'Names what is asked for: again under the same id is answered as the first time' }),
  text: z
    .string()
    .min(1)
    .refine((text) => text.isWellFormed(), { error: 'must be well-formed' })
    .meta({ description: 'text/plain' }),
  online: z.boolean().default(false).meta({ description: 'For those alone who are connected now; stored for nobody' }),
  perSecond: z.int().min(0).max(limits.broadcastPerSecondMax).default(0).meta({
    description: 'Connections that each gateway tells in a second; 0 for as many as the deployment allows',
  }),
})

const broadcastAnswer = z.object({
  id: z.string().meta({ description: 'As it was asked, or made for it' }),
  messageId: z.string().meta({ description: 'Of what is told: asks for its progress' }),
  seq: z.int().meta({ description: 'Its place in the broadcasts of the app; 0 for what is stored for nobody' }),
  sentAt: z.int().meta({ description: 'Milliseconds since the epoch' }),
})

const broadcast = (parts: ApiParts): Route =>
  route({
    method: 'POST',
    path: '/v1/:appId/broadcasts',
    operationId: 'broadcast',
    summary:
      'Tell everybody of an app: stored once, and in the history, sync and unread of every user; or those alone who are connected now.',
    auth: 'operator',
    params: appParams,
    body: broadcastBody,
    status: 200,
    answer: broadcastAnswer,
    errors: ['ID_REUSED', 'TOO_LARGE'],
    async handle({ params: { appId }, body: { id: asked, text, online, perSecond } }) {
      const id = asked ?? newTimeOrderedId()
      const conversationId = broadcastConversationId(appId)
      const body = { contentType: 'text/plain', encoding: '', keyId: '', bytes: Buffer.from(text) }
      // Whoever named it may have asked before.
      const asker = { appId, actorId: '', deviceId: '', intentId: id, retry: asked !== undefined }
      if (online) {
        const done = await parts.ask({ type: 'NotifyOnline', conversationId, body, perSecond }, asker)
        const { noticeId, sentAtMs } = decodeReply('NotifyOnline', done.body)
        return { id, messageId: noticeId, seq: 0, sentAt: sentAtMs }
      }
      const done = await parts.ask({ type: 'BroadcastMessage', conversationId, body, attachments: [], perSecond }, asker)
      const { messageId, seq, sentAtMs } = decodeReply('BroadcastMessage', done.body)
      return { id, messageId, seq, sentAt: sentAtMs }
    },
  })

const progressAnswer = z.object({
  told: z.int().meta({ description: 'Connections told so far' }),
  of: z.int().meta({ description: 'Connections to be told, of the gateways that have begun' }),
  gateways: z.int().meta({ description: 'Gateways that are at it, or were done within the last minute' }),
  gatewaysAll: z.int().meta({ description: 'Gateways that are alive' }),
})

const broadcastProgress = (parts: ApiParts): Route =>
  route({
    method: 'GET',
    path: '/v1/:appId/broadcasts/:messageId',
    operationId: 'broadcastProgress',
    summary: 'How many of the connections that there were have been told; gateways say so some seconds late, and for a minute.',
    auth: 'operator',
    params: z.object({ appId: appIdText, messageId: idText }),
    status: 200,
    answer: progressAnswer,
    errors: [],
    async handle({ params: { appId, messageId } }) {
      const nodes = await parts.partCall('presence', () => parts.presence.liveNodes())
      const gateways = nodes.filter(({ role }) => role === 'gateway')
      const said = gateways.flatMap(({ announcements = [] }) => announcements.filter((one) => one.appId === appId && one.id === messageId))
      const sum = (of: (one: (typeof said)[number]) => number) => said.reduce((total, one) => total + of(one), 0)
      return { told: sum(({ told }) => told), of: sum((one) => one.of), gateways: said.length, gatewaysAll: gateways.length }
    },
  })

const broadcastRight = (parts: ApiParts): Route =>
  route({
    method: 'PUT',
    path: '/v1/:appId/users/:userId/broadcast-right',
    operationId: 'changeBroadcastRight',
    summary: 'Let a user broadcast to everybody of the app, or let them no more.',
    auth: 'operator',
    params: userParams,
    body: z.object({ allowed: z.boolean() }),
    status: 200,
    answer: z.object({ allowed: z.boolean() }),
    errors: ['USER_NOT_FOUND'],
    async handle({ params: { appId, userId }, body: { allowed } }) {
      const conversationId = broadcastConversationId(appId)
      await parts.ask({ type: 'ChangeBroadcastRight', conversationId, userId, allowed }, { appId, actorId: '', deviceId: '' })
      return { allowed }
    },
  })
