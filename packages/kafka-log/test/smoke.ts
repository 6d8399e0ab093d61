import { mkdtempSync } from 'node:fs'
import { startStack } from '@skein/local-stack'
import { silentLogger, createLogger } from '@skein/telemetry'
import { readFileSync } from 'node:fs'
import { applyTopics, createRegistryDirectory, openKafkaLog, registerSchemas, topicsOf } from '../src/index.ts'
void silentLogger
const dir = mkdtempSync('/tmp/kl-')
const t0 = performance.now()
await using stack = await startStack({ dir, only: ['kafka', 'registry'] })
console.log('stack up', Math.round(performance.now() - t0))
const brokers = [(stack.kafka as any).brokers ?? `127.0.0.1:${(stack.kafka as any).port}`].flat()
console.log(brokers, stack.registry.url)
const endpoint = { brokers, clientId: 'smoke' }
const file = JSON.parse(readFileSync(new URL('../../../infra/topics.json', import.meta.url), 'utf8'))
console.log(await applyTopics(endpoint, topicsOf(file, 'single', { partitions: 4 })))
console.log((await registerSchemas({ url: stack.registry.url })).length)
const t1 = performance.now()
const open = () => openKafkaLog({ endpoint, clusterName: 't', owner: 'me', partitionCount: 4, schemas: createRegistryDirectory({ url: stack.registry.url }), logger: createLogger({ level: 'debug' }),
  topics: { commands: 'skein.commands.v1', events: 'skein.events.v1', deadLetters: 'skein.dead-letters.v1' } })
const log = await open()
console.log('open', Math.round(performance.now() - t1))
const t2 = performance.now()
const a = await log.claim(0)
console.log('claim', Math.round(performance.now() - t2), a.claim, a.logEpoch, a.nextOffset)
const meta = (w: any) => ({ appId: 'a', claim: w.claim, commandOffset: 7, commandId: 'c', actorId: 'u', deviceId: '', connectionId: '', occurredAt: 1, traceparent: null })
console.log(await a.append([{ key: 'k', value: { type: 'CommandsDone', meta: meta(a) } }]))
const b = await log.claim(0)
console.log('b', b.claim, b.logEpoch)
await a.append([{ key: 'k', value: { type: 'CommandsDone', meta: meta(a) } }]).then(console.log, (e) => console.log('refused', e.code, e.message))
for (let i = 0; i < 5; i++) { const t = performance.now(); await b.append([{ key: 'k', value: { type: 'CommandsDone', meta: meta(b) } }]); console.log('append ms', performance.now() - t) }
for await (const batch of log.read('events', 0, 0, 6)) console.log(batch.map((r) => [r.offset, (r.value as any).type, (r.value as any).meta.claim]))
const events: string[] = []
const m1 = await log.join('g', 'events', { assigned: (p) => events.push(`m1+${p}`), revoked: async (p) => void events.push(`m1-${p}`), lost: (p) => events.push(`m1!${p}`) })
await m1.nextHeartbeat()
console.log(events.join(' '), m1.lastHeartbeatSentAt())
const log2 = await open()
const t4 = performance.now()
const m2 = await log2.join('g', 'events', { assigned: (p) => events.push(`m2+${p}`), revoked: async (p) => void events.push(`m2-${p}`), lost: (p) => events.push(`m2!${p}`) })
while (events.filter((e) => e.startsWith('m2+')).length < 2) await new Promise((r) => setTimeout(r, 20))
console.log('shared after', Math.round(performance.now() - t4), events.join(' '))
const t5 = performance.now()
m2.commit(2, 55)
await m2.leave()
while (events.filter((e) => e.startsWith('m1+')).length < 6) await new Promise((r) => setTimeout(r, 20))
console.log('taken over after leave', Math.round(performance.now() - t5), events.join(' '), await m1.committed([0, 1, 2, 3]))
const now = Date.now()
await Promise.all(Array.from({ length: 20 }, (_, i) => log.appendCommand('k', { type: 'MarkRead', meta: { appId: 'a', commandId: String(i), actorId: 'u', deviceId: '', enteredAt: now, deadlineAt: now + 5000, retry: false, replyNode: '', replyConnection: '', traceparent: null }, conversationId: 'd:a:b', ordinal: i }, now + 5000)))
const p = log.partitionOf('k')
const ac = new AbortController()
for await (const batch of log.tail('commands', p, { from: 3, signal: ac.signal })) { console.log(batch.length, batch.map((r) => (r.value as any).ordinal).join(), batch[0]!.appendedAt - now); break }
await log.close(); await log2.close()
