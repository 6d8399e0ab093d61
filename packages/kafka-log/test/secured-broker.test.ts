// A broker that is reached over TLS and lets in only whom it knows, for a session of two seconds: the sockets to it are opened here, and
// authenticated by kafkajs's means. No test had ever asked one.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import type { SkeinEvent } from '@skein/contracts'
import type { PartitionWriter } from '@skein/event-sourcing'
import { freePort, type Stack, startStack } from '@skein/local-stack'
import { silentLogger } from '@skein/telemetry'
import { eventually, sampleCommand, sampleKey, sampleMessageSent, textOf } from '@skein/testing'
import type { KafkaEndpoint, TopicFile } from '../src/index.ts'
import { applyTopics, openKafkaLog, topicsOf, verifyTopics } from '../src/index.ts'
import { schemasInMemory } from './schemas-in-memory.ts'

const topicFile: TopicFile = JSON.parse(await readFile(new URL('../../../infra/topics.json', import.meta.url), 'utf8'))
const partitionCount = 2
const sessionMs = 2_000
const password = 'a secret of this test'

const dir = mkdtempSync(join(tmpdir(), 'skein-secured-broker-'))
const specs = topicsOf(topicFile, 'single', { partitions: partitionCount })
const topicOf = (role: string) => specs.find((spec) => spec.role === role)!.name
let stack: Stack
let endpoint: KafkaEndpoint

/** Key and certificate of 127.0.0.1, in one file. */
function certified(): { readonly file: string; readonly certificate: string } {
  const [keyFile, certFile, file] = ['key.pem', 'cert.pem', 'broker.pem'].map((name) => join(dir, name)) as [string, string, string]
  const request = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2']
  const names = ['-subj', '/CN=broker', '-addext', 'subjectAltName=IP:127.0.0.1']
  execFileSync('openssl', [...request, ...names, '-keyout', keyFile, '-out', certFile], { stdio: 'ignore' })
  const certificate = readFileSync(certFile, 'utf8')
  writeFileSync(file, readFileSync(keyFile, 'utf8') + certificate)
  return { file, certificate }
}

before(async () => {
  const { file, certificate } = certified()
  const [port, secured, controller] = [await freePort(), await freePort(), await freePort()]
  const reached = `PLAINTEXT://127.0.0.1:${port},SECURED://127.0.0.1:${secured}`
  const properties = {
    listeners: `${reached},CONTROLLER://127.0.0.1:${controller}`,
    'advertised.listeners': reached,
    'controller.quorum.voters': `1@127.0.0.1:${controller}`,
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,SECURED:SASL_SSL',
    'ssl.keystore.type': 'PEM',
    'ssl.keystore.location': file,
    'sasl.enabled.mechanisms': 'PLAIN',
    'listener.name.secured.plain.sasl.jaas.config': `org.apache.kafka.common.security.plain.PlainLoginModule required user_skein="${password}";`,
    'connections.max.reauth.ms': sessionMs,
  }
  stack = await startStack({ dir, only: ['kafka'], quickStart: true, kafka: { port, properties } })
  endpoint = {
    brokers: [`127.0.0.1:${secured}`],
    clientId: 'secured',
    ssl: { ca: certificate },
    sasl: { mechanism: 'plain', username: 'skein', password },
  }
  // kafkajs's own connections, by which topics are made, begin a session anew before each request where it is as short as here.
  await applyTopics({ brokers: [`127.0.0.1:${port}`], clientId: 'deploys' }, specs)
})
after(async () => {
  await stack?.remove()
  await rm(dir, { recursive: true, force: true })
})

async function openLog(t: { after(done: () => Promise<void>): void }, at: KafkaEndpoint = endpoint) {
  const log = await openKafkaLog({
    endpoint: at,
    clusterName: 'secured',
    owner: 'secured',
    topics: { commands: topicOf('commands'), events: topicOf('events'), deadLetters: topicOf('deadLetters') },
    partitionCount,
    schemas: schemasInMemory(),
    logger: silentLogger,
  })
  t.after(() => log.close())
  return log
}

test('a log is appended to, read and shared over authenticated TLS, from one session to the next', { timeout: 60_000 }, async (t) => {
  const log = await openLog(t)
  const [owned, lost] = [new Set<number>(), [] as number[]]
  await log.join('secured', 'commands', {
    assigned: (partition) => void owned.add(partition),
    revoked: async () => {},
    lost: (partitions) => void lost.push(...partitions),
  })
  await eventually(() => owned.size === partitionCount)
  const writer = (await log.claim(0)) as PartitionWriter<SkeinEvent>
  const key = sampleKey(log.partitionOf, 0)
  const texts: string[] = []
  const append = async (text: string) => {
    await writer.append([{ key, value: sampleMessageSent(text, writer.claim) }])
    await log.appendCommand(sampleCommand(key, text, Date.now() + 20_000))
    texts.push(text)
  }
  const read: (string | undefined)[] = []
  const reading = (async () => {
    for await (const batch of log.tail('events', 0, { from: 1, signal: AbortSignal.timeout(30_000) })) {
      read.push(...batch.map(({ value }) => textOf(value)))
      if (read.at(-1) === 'last') return
    }
  })()
  const until = performance.now() + 2.5 * sessionMs
  // An append whose session was over when it came would end its writer.
  for (let i = 0; performance.now() < until; i++) {
    await append(`text ${i}`)
    await delay(30)
  }
  await delay(1.5 * sessionMs)
  await append('last')
  await reading
  assert.deepEqual(read, texts)
  assert.deepEqual(lost, [])
})

test('who is not known to the broker, or does not know it, is not let in', async () => {
  const verifying = (changed: Partial<KafkaEndpoint>) => verifyTopics({ ...endpoint, ...changed }, specs)
  await verifying({})
  await assert.rejects(verifying({ sasl: { mechanism: 'plain', username: 'skein', password: 'wrong' } }), /authentication failed/i)
  await assert.rejects(
    verifying({ sasl: { mechanism: 'scram-sha-256', username: 'skein', password } }),
    /does not support the requested SASL mechanism/,
  )
  const told = async (changed: Partial<KafkaEndpoint>) =>
    verifying(changed).then(
      () => assert.fail('it was let in'),
      ({ cause }) => (cause as Error & { code: string }).code,
    )
  assert.equal(await told({ ssl: true }), 'DEPTH_ZERO_SELF_SIGNED_CERT')
  const { port } = new URL(`kafka://${endpoint.brokers[0]}`)
  assert.equal(await told({ brokers: [`localhost:${port}`] }), 'ERR_TLS_CERT_ALTNAME_INVALID')
  // Through a tunnel, a broker is still known by what it advertises.
  await verifying({ mapAddress: () => ({ host: 'localhost', port: Number(port) }) })
})
