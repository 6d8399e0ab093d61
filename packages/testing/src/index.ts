export type { EventLogHarness } from './event-log-contract/harness.ts'
export { eventLogContract } from './event-log-contract.ts'
export type { EventuallyOptions } from './eventually.ts'
export { eventually } from './eventually.ts'
export type { MemoryBroker } from './memory-log.ts'
export { createMemoryBroker } from './memory-log.ts'
export {
  sampleAppId,
  sampleCommand,
  sampleCommandMeta,
  sampleCommandsDone,
  sampleEventMeta,
  sampleKey,
  sampleMessageSent,
  sampleSendMessage,
  textOf,
} from './samples.ts'
export type { World, WorldDecision } from './world.ts'
export { createWorld, foldOnto } from './world.ts'
