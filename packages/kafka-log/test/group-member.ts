// A member of a group in a process of its own, to be frozen and woken. Prints what it is told about partitions, a line each.
import { writeSync } from 'node:fs'
import { silentLogger } from '@skein/telemetry'
import { createRegistryDirectory, openKafkaLog } from '../src/index.ts'

const { brokers, registryUrl, topics, partitionCount, group, limits } = JSON.parse(process.argv[2]!)
const say = (line: string): void => {
  writeSync(1, `${line}\n`)
}
const log = await openKafkaLog({
  endpoint: { brokers, clientId: 'member' },
  clusterName: 'contract',
  owner: 'member',
  topics,
  partitionCount,
  schemas: createRegistryDirectory({ url: registryUrl }),
  logger: silentLogger,
  limits,
})
await log.join(group, 'commands', {
  assigned: (partition) => say(`assigned ${partition}`),
  revoked: async (partition) => say(`revoked ${partition}`),
  lost: (partitions) => {
    for (const partition of partitions) say(`lost ${partition}`)
  },
})
