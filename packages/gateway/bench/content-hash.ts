// What it costs to hash what a send asks for, in a buffer of its own as before and in the one that all share: `node packages/gateway/bench/content-hash.ts`.
// Compare the two columns of one run; the machine decides the rest.
import { hash } from 'node:crypto'
import { requestCodecs, wire } from '@skein/contracts'
import { contentHashOf } from '../src/requests/command-request.ts'

const rounds = 200_000
const turns = 5
const field = 'clientMessageId'

function inItsOwnBuffer(said: object): Uint8Array {
  const content = requestCodecs.send.encode({ ...said, [field]: '' }).finish()
  return hash('sha256', Buffer.concat([Buffer.from('send\n'), content]), 'buffer')
}

function sendOf(bodyBytes: number): Readonly<Record<string, unknown>> {
  const body = { contentType: 'text/plain', bytes: Buffer.alloc(bodyBytes, 'x') }
  const clientMessageId = '018f2b6e-7c3a-7d51-9d2e-0123456789ab'
  const packet = wire.SendRequest.encode({ conversationId: 'd:user-000001:user-000002', clientMessageId, body }).finish()
  return wire.SendRequest.decode(packet) as never
}

function microseconds(run: () => unknown): number {
  const from = performance.now()
  for (let i = 0; i < rounds; i++) run()
  return ((performance.now() - from) * 1000) / rounds
}

console.log('us per hash; body of    own  shared')
for (const bodyBytes of [20, 200, 2_000]) {
  const said = sendOf(bodyBytes)
  if (!Buffer.from(inItsOwnBuffer(said)).equals(contentHashOf('send', field, said))) throw new Error('the two differ')
  let [own, shared] = [Infinity, Infinity]
  // In turn, and the best of each: others use this machine as well.
  for (let turn = 0; turn < turns; turn++) {
    own = Math.min(
      own,
      microseconds(() => inItsOwnBuffer(said)),
    )
    shared = Math.min(
      shared,
      microseconds(() => contentHashOf('send', field, said)),
    )
  }
  console.log(`${String(bodyBytes).padStart(7)} bytes      ${own.toFixed(2).padStart(6)}  ${shared.toFixed(2).padStart(6)}`)
}
