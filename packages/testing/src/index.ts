export type { EventLogHarness } from './event-log-contract/harness.ts'
export { eventLogContract } from './event-log-contract.ts'
export type { EventuallyOptions } from './eventually.ts'
export { eventually } from './eventually.ts'
export {
  sampleAppId,
  sampleCommandMeta,
  sampleCommandsDone,
  sampleEventMeta,
  sampleKey,
  sampleMessageSent,
  sampleSendMessage,
  textOf,
} from './samples.ts'
