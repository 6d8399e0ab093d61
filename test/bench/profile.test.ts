// Where the CPU of a message goes. Summed by package a profile said "protobufjs" and "node": which of the steps of a message asked for it is what
// one wants to know, and a library's time belongs to who called it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addSelfTimes, type Profile, type Profiled, type ProfileNode, stepCosts } from './profile.ts'
import { stepOf, steps } from './profile-steps.ts'

const root = 'file:///somewhere/skein/'

/** A profile of samples of a millisecond each, every one a stack from the outermost function in. */
function profileOf(stacks: readonly (readonly string[])[]): Profile {
  const nodes: (ProfileNode & { children: number[] })[] = [{ id: 1, callFrame: frameOf('(root)'), children: [] }]
  const samples = stacks.map((stack) => {
    let at = nodes[0]!
    for (const url of stack) {
      const node = { id: nodes.length + 1, callFrame: frameOf(url), children: [] }
      nodes.push(node)
      at.children.push(node.id)
      at = node
    }
    return at.id
  })
  return { nodes, startTime: 0, samples, timeDeltas: samples.map(() => 1_000) }
}

const frameOf = (place: string) =>
  /^\(|^\w+$/.test(place)
    ? { functionName: place, url: '', lineNumber: -1 }
    : { functionName: 'f', url: place.startsWith('node:') ? place : `${root}${place}`, lineNumber: 9 }

function stepsIn(stacks: readonly (readonly string[])[], span = { from: 0, to: 1_000 }): Record<string, number> {
  const into: Profiled = { steps: new Map(), functions: new Map(), processes: 1 }
  addSelfTimes(profileOf(stacks), span, into)
  return Object.fromEntries(into.steps)
}

test('a library, and what Node itself does, counts for the nearest caller that is a step', () => {
  const encode = 'node_modules/protobufjs/src/writer.js'
  assert.deepEqual(
    stepsIn([
      ['packages/gateway/src/gateway.ts', 'packages/gateway/src/connection/pushes.ts', encode, 'node:buffer'],
      ['packages/gateway/src/transport/tcp-transport.ts', 'packages/gateway/src/requests/receiver.ts', 'packages/contracts/src/packet.ts'],
      ['packages/gateway/src/connection/outbox.ts', 'packages/gateway/src/transport/tcp-transport.ts', 'node:net'],
      ['packages/runtime/src/projected-partition.ts', 'packages/server/src/projection.ts', 'packages/projections/src/fold-batch.ts'],
      ['packages/runtime/src/partition-owner.ts', 'packages/domain/src/conversation/send-message.ts'],
      ['packages/kafka-log/src/leader-sender.ts', 'packages/kafka-log/src/kafkajs-parts.ts', 'node_modules/kafkajs/src/network/socket.js'],
    ]),
    { push: 2, in: 1, project: 1, decide: 1, produce: 1 },
  )
})

test('what no step has called counts for what its package serves, or is called what it is', () => {
  assert.deepEqual(
    stepsIn([
      ['node:net', 'node_modules/pg-protocol/dist/parser.js'],
      ['node:internal', 'node_modules/prom-client/lib/gauge.js'],
      ['(garbage collector)'],
      ['(idle)'],
      ['node:internal/timers'],
      ['runMicrotasks'],
    ]),
    { write: 1, 'prom-client': 1, '(garbage collector)': 1, '(idle)': 1, 'Node itself': 2 },
  )
})

test('only the measured time counts', () => {
  const stacks = Array.from({ length: 10 }, () => ['packages/domain/src/user/self.ts', 'packages/view-store/src/hot/hot-changes.ts'])
  assert.deepEqual(stepsIn(stacks, { from: 3.5, to: 7.5 }), { hot: 4 })
})

test('every step has files, and is told of none that is not there', () => {
  const files = [
    ...[
      'gateway/src/requests/receiver.ts',
      'runtime/src/partition-owner.ts',
      'kafka-log/src/fenced-writer.ts',
      'kafka-log/src/local-tail.ts',
    ],
    ...['delivery/src/address.ts', 'node-link/src/link-outbox.ts', 'gateway/src/connection/pushes.ts', 'runtime/src/projector.ts'],
    ...['view-store/src/writes/projector-store.ts', 'view-store/src/hot/redis-hot-views.ts'],
  ]
  assert.deepEqual(
    files.map((file) => stepOf([`packages/${file}`])),
    [...steps],
  )
})

test('the CPU of a process is shared out by step, without its idle time; a server is one step', () => {
  const hot: Profiled = {
    steps: new Map([
      ['in', 30],
      ['decide', 10],
      ['(idle)', 960],
    ]),
    functions: new Map(),
    processes: 1,
  }
  assert.deepEqual(stepCosts(new Map([['hot', hot]]), { hot: 4, kafka: 1 }, 10_000), {
    hot: { in: 300, decide: 100 },
    kafka: { all: 100 },
  })
})
