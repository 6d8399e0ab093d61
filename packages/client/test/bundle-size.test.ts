// What browsers load stays small with every packet to come: the bundle keeps its limits, holds no code that a page's security policy
// would refuse, and grows by less than a kilobyte, compressed, for a request with its answer.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import test from 'node:test'
import type { Plugin } from 'esbuild'
import { browserBundle, browserBytesMax, browserGzipBytesMax, gzipBytesOf } from '../build/build.ts'

const packetGzipBytesMax = 1_024

/** Packets that might come, with fields as those that there are: name of the request to its fields, and to those of its answer. */
const packetsToCome: Readonly<Record<string, readonly [request: string, answer: string]>> = {
  revokeMessage: ['conversationId, messageSeq:uint64, reason, clientRequestId', 'seq:uint64'],
  editMessage: ['conversationId, messageSeq:uint64, body:Body, clientRequestId', 'seq:uint64, editedAtMs:uint64'],
  addReaction: ['conversationId, messageSeq:uint64, emoji, clientRequestId', 'count:uint32, emojis:[text]'],
  pinMessage: ['conversationId, messageSeq:uint64, pinnedUntilMs:uint64, isSilent:bool, clientRequestId', 'seq:uint64'],
  requestFriend: ['userId, greeting, source, clientRequestId', 'relation, requestedAtMs:uint64'],
  blockUser: ['userId, alsoReports:bool, clientRequestId', 'blockedAtMs:uint64'],
  listBlocked: ['afterUserId, limit:uint32', 'profiles:[UserProfile], more:bool'],
  updateProfile: ['displayName, avatarUrl, signature, birthday, language, clientRequestId', 'profile:UserProfile'],
  muteConversation: ['conversationId, mutedUntilMs:uint64, mentionsOnly:bool, clientRequestId', 'session:Session'],
  registerPushToken: ['platform, pushToken, provider, language, badge:int32', 'expiresAtMs:uint64, channels:[text]'],
}

const upperFirst = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)

/** As the generator writes it. */
function table(name: string, fields: string): string {
  const rows = fields.split(', ').map((field, i) => {
    const [fieldName, kind = 'text'] = field.split(':')
    return `[${i + 1}, '${fieldName}', ${kind}],`
  })
  return `export const ${name} = /* @__PURE__ */ message(() => [${rows.join('')}])\n`
}

const edited = (name: string, path: RegExp, edit: (text: string) => string): Plugin => ({
  name,
  setup(on) {
    on.onLoad({ filter: path }, async (file) => ({ loader: 'ts', contents: edit(await readFile(file.path, 'utf8')) }))
  },
})

function withPacketsToCome(): Plugin[] {
  const names = Object.keys(packetsToCome)
  const insertedAfter = (text: string, start: RegExp, lines: readonly string[]) => {
    assert.match(text, start)
    return text.replace(start, (found) => `${found}\n${lines.join('\n')}`)
  }
  return [
    edited('tables', /client\/src\/generated\/wire\.ts$/, (text) => {
      const tables = Object.entries(packetsToCome).map(([name, [request, answer]]) => {
        return table(`${upperFirst(name)}Request`, request) + table(`${upperFirst(name)}Reply`, answer)
      })
      const entries = (suffix: string) => names.map((name) => `${name}: ${upperFirst(name)}${suffix},`)
      const requests = insertedAfter(text, /export const requestKinds: .*\{$/m, entries('Request'))
      return tables.join('') + insertedAfter(requests, /export const answerKinds: .*\{$/m, entries('Reply'))
    }),
    edited('packets', /contracts\/src\/generated\/packets\.ts$/, (text) => {
      const rows = names.map((name, i) => {
        const types = `request: '${upperFirst(name)}Request', answer: '${upperFirst(name)}Reply'`
        return `${name}: { service: 6, command: ${i + 1}, kind: 'command', ${types}, becomes: '${upperFirst(name)}', intent: 'clientRequestId' },`
      })
      return insertedAfter(text, /export const packets = \{$/m, rows)
    }),
  ]
}

test('the browser bundle keeps its limits, and makes no code of text', async () => {
  const bundle = await browserBundle()
  assert.ok(bundle.length <= browserBytesMax, `${bundle.length} bytes`)
  assert.ok(gzipBytesOf(bundle) <= browserGzipBytesMax, `${gzipBytesOf(bundle)} bytes by gzip`)
  assert.doesNotMatch(Buffer.from(bundle).toString(), /\beval\(|\bFunction\(/)
})

test('a packet costs less than a kilobyte of the browser bundle', async (t) => {
  const [today, tomorrow] = await Promise.all([browserBundle(), browserBundle({ plugins: withPacketsToCome() })])
  const growth = (gzipBytesOf(tomorrow) - gzipBytesOf(today)) / Object.keys(packetsToCome).length
  t.diagnostic(`${growth} bytes by gzip each`)
  assert.ok(growth > 0, 'the packets are in the bundle')
  assert.ok(growth < packetGzipBytesMax, `${growth} bytes by gzip`)
})
