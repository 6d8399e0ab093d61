// The steps of a message by the files that do them. What a library or a shared file does counts for the nearest caller that has a step; what comes
// from a socket or a timer with none of these above it, for the step that the outermost package serves most.

export const steps = ['in', 'decide', 'produce', 'hand over', 'address', 'link', 'push', 'project', 'write', 'hot'] as const
export type ProfiledStep = (typeof steps)[number]

/** The first that a file begins with holds. Null: its callers know. */
const stepOfFiles: readonly (readonly [string, ProfiledStep | null])[] = [
  ['packages/gateway/src/connection/outbox', 'push'],
  ['packages/gateway/src/connection/pushes', 'push'],
  ['packages/gateway/src/transport/', null],
  ['packages/gateway/src/', 'in'],
  ['packages/command-desk/src/', 'in'],
  ['packages/api/src/', 'in'],
  ['packages/runtime/src/project', 'project'],
  ['packages/runtime/src/', 'decide'],
  ['packages/kafka-log/src/command-producer', 'produce'],
  ['packages/kafka-log/src/fenced-writer', 'produce'],
  ['packages/kafka-log/src/leader-sender', 'produce'],
  ['packages/kafka-log/src/produce-request', 'produce'],
  ['packages/kafka-log/src/local-tail', 'hand over'],
  ['packages/kafka-log/src/followed-partition', 'hand over'],
  ['packages/kafka-log/src/topic-follower', 'hand over'],
  ['packages/kafka-log/src/fetch-request', 'hand over'],
  ['packages/delivery/src/', 'address'],
  ['packages/node-link/src/redis-connection', null],
  ['packages/node-link/src/own-connections', 'address'],
  ['packages/node-link/src/presence', 'address'],
  ['packages/node-link/src/redis-presence', 'address'],
  ['packages/node-link/src/', 'link'],
  ['packages/view-store/src/hot/', 'hot'],
  ['packages/view-store/src/writes/', 'write'],
]

const stepOfPackages: Readonly<Record<string, ProfiledStep>> = {
  ...{ 'packages/gateway': 'in', 'uWebSockets.js': 'in', ws: 'in', protobufjs: 'in' },
  ...{ 'packages/kafka-log': 'produce', kafkajs: 'produce', avsc: 'produce' },
  ...{ 'packages/projections': 'project', 'packages/view-store': 'write', pg: 'write', 'pg-pool': 'write', 'pg-protocol': 'write' },
  ...{ 'packages/node-link': 'link', ioredis: 'hot', 'redis-parser': 'hot', '@ioredis/commands': 'hot' },
}

/** `packages/<name>`, or the name of a package under node_modules. */
export function packageOf(file: string): string {
  const [first, second] = file.split('/')
  return first === 'packages' || first!.startsWith('@') ? `${first}/${second}` : first!
}

/** Of a function's own file and those of its callers, innermost first; files of Node itself are left out. Null where none of them tells. */
export function stepOf(files: readonly string[]): ProfiledStep | null {
  for (const file of files) {
    const step = stepOfFiles.find(([start]) => file.startsWith(start))?.[1]
    if (step) return step
  }
  return files.length === 0 ? null : (stepOfPackages[packageOf(files.at(-1)!)] ?? null)
}
