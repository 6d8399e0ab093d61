// One of the three processes of the floor probe. The time a record was due travels in its first bytes, in milliseconds of
// the machine's monotonic clock, which all processes share.
import { setTimeout as delay } from 'node:timers/promises'
import type { MessageSent, SendMessage } from '@skein/contracts'
import { directConversationId, encodeReply } from '@skein/contracts'
import type { PartitionWriter } from '@skein/event-sourcing'
import { createRegistryDirectory, openKafkaLog } from '@skein/kafka-log'
import { silentLogger } from '@skein/telemetry'
import type { FloorPlan } from './floor.ts'
import { createLatencies } from './latencies.ts'

const plan = JSON.parse(process.argv[2]!) as FloorPlan
const { prefix } = plan
const keys = 1000
const deadlineMs = 30_000
const sinkPatienceMs = 10_000
const claimAttemptsMax = 20
const claimRetryMs = 200
const stop = new AbortController()
const id = '00000000-0000-4000-8000-000000000000'
const now = () => Number(process.hrtime.bigint()) / 1e6
const log = await openKafkaLog({
  endpoint: { brokers: plan.brokers, clientId: `skein-floor-${plan.part}` },
  clusterName: prefix,
  owner: 'floor',
  topics: { commands: `${prefix}commands`, events: `${prefix}events`, deadLetters: `${prefix}events` },
  partitionCount: plan.partitions,
  schemas: createRegistryDirectory({ url: plan.registryUrl }),
  logger: silentLogger,
})
const partitions = Array.from({ length: plan.partitions }, (_, p) => p)
const body = (bytes: Uint8Array) => ({ contentType: 'text/plain', encoding: '', keyId: '', bytes })

/** Reads commands and writes an event for each, a batch at a time, on every partition. */
async function processor(): Promise<void> {
  const writers = await Promise.all(partitions.map(claim))
  await Promise.all([process.send!('ready'), ...writers.map(serve)])
}

/** The broker may take a moment to lead topics that were just made. */
async function claim(partition: number): Promise<PartitionWriter<MessageSent>> {
  for (let attempt = 1; ; attempt++) {
    try {
      return (await log.claim(partition)) as PartitionWriter<MessageSent>
    } catch (error) {
      if (attempt === claimAttemptsMax) throw error
      await delay(claimRetryMs)
    }
  }
}

async function serve(writer: PartitionWriter<MessageSent>): Promise<void> {
  for await (const batch of log.tail('commands', writer.partition, { from: 0, signal: stop.signal })) {
    const records = batch.map(({ key, value, offset }) => ({ key, value: eventOf(value as SendMessage, offset, writer.claim) }))
    await writer.append(records)
  }
}

function eventOf(command: SendMessage, offset: number, claim: number): MessageSent {
  const { appId, commandId, actorId, deviceId, enteredAt, traceparent, replyConnection, intent } = command.meta
  const { conversationId, replyTo, attachments, mentionAll } = command
  const place = { seq: offset + 1, ordinal: offset + 1 }
  const reply = encodeReply('SendMessage', { messageId: commandId, ...place, sentAtMs: enteredAt })
  return {
    type: 'MessageSent',
    meta: {
      appId,
      commandId,
      actorId,
      deviceId,
      connectionId: replyConnection,
      occurredAt: enteredAt,
      answers: { ...intent!, reply },
      traceparent,
      claim,
      commandOffset: offset,
    },
    ...{ conversationId, replyTo, attachments, mentionAll },
    body: command.body,
    senderId: actorId,
    ...place,
  }
}

async function sink(): Promise<void> {
  const latency = createLatencies()
  const counts = { delivered: 0 }
  const warmUntil = { at: Infinity }
  const follow = async (p: number) => {
    for await (const batch of log.tail('events', p, { from: 0, signal: stop.signal })) {
      const at = now()
      for (const { value } of batch) {
        if (!('type' in value) || value.type !== 'MessageSent') continue
        const { bytes } = value.body
        const dueAt = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).readDoubleLE(0)
        if (counts.delivered === 0) warmUntil.at = dueAt + plan.warmupMs
        counts.delivered += 1
        if (dueAt >= warmUntil.at) latency.recordMs(at - dueAt)
      }
    }
  }
  process.on('message', async (sent: number) => {
    const deadline = now() + sinkPatienceMs
    while (counts.delivered < sent && now() < deadline) await delay(10)
    process.send!({ sent, delivered: counts.delivered, latency: latency.percentiles() })
  })
  await Promise.all([process.send!('ready'), ...partitions.map(follow)])
}

async function source(): Promise<void> {
  process.send!('ready')
  await new Promise((resolve) => process.once('message', resolve))
  const total = Math.round(((plan.warmupMs + plan.durationMs) * plan.rate) / 1000)
  const startAt = now()
  let sent = 0
  const pending: Promise<void>[] = []
  while (sent < total) {
    for (const at = now(); sent < total; sent++) {
      const dueAt = startAt + (sent * 1000) / plan.rate
      if (dueAt > at) break
      pending.push(log.appendCommand(commandOf(dueAt, directConversationId(`floor-${sent % keys}`, 'user-2'))))
    }
    await delay(1)
  }
  await Promise.all(pending)
  process.send!({ sent })
}

function commandOf(dueAt: number, conversationId: string): SendMessage {
  const bytes = Buffer.alloc(plan.bytes)
  bytes.writeDoubleLE(dueAt, 0)
  const enteredAt = Date.now()
  const meta = { appId: 'bench', commandId: id, actorId: 'user-1', deviceId: 'device-0', enteredAt, deadlineAt: enteredAt + deadlineMs }
  return {
    type: 'SendMessage',
    meta: {
      ...meta,
      retry: false,
      replyNode: id,
      replyConnection: id,
      intent: { id, contentHash: bytes.subarray(0, 32) },
      traceparent: null,
    },
    conversationId,
    body: body(bytes),
    replyTo: 0,
    mentionAll: false,
    attachments: [],
  }
}

process.on('disconnect', () => process.exit(0))
await { processor, sink, source }[plan.part]()
