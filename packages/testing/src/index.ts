export { eventLogContract } from './event-log-contract.ts'
export { eventually } from './eventually.ts'
export { createMemoryBroker } from './memory-log.ts'
export {
  sampleAppId,
  sampleCommandMeta,
  sampleKey,
  sampleMessageSent,
  sampleSendMessage,
  textOf,
} from './samples.ts'
