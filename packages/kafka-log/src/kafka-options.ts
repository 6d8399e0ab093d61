// What the Kafka log is configured with, and the limits it holds itself to.
import type { SchemaDirectory } from '@skein/contracts'
import type { Logger } from '@skein/telemetry'
import type { KafkaEndpoint } from './kafkajs-parts.ts'

export interface KafkaLogOptions {
  readonly endpoint: KafkaEndpoint
  /** Prefix of transactional ids: two clusters of Skein on one Kafka need different ones. */
  readonly clusterName: string
  /** Name of this process in claims, for operators. */
  readonly owner: string
  readonly topics: { readonly commands: string; readonly events: string; readonly deadLetters: string }
  /** Pinned: must equal the broker's count for both topics. */
  readonly partitionCount: number
  readonly schemas: SchemaDirectory
  readonly logger: Logger
  /** Whether an owner lets go by its own clock once its membership is over. Off only to prove that the broker alone fences it. */
  readonly selfFence?: boolean
  /**
   * Whether no other process appends commands, as far as who configures this one knows: readers here are handed its own then. Where that
   * is wrong, the commands of others come later, by `localCommandLookMs` at most.
   */
  readonly soleProducer?: boolean
  readonly limits?: Partial<KafkaLogLimits>
}

export interface KafkaLogLimits {
  /** Without a heartbeat for so long, the group gives this process's partitions to others. */
  readonly sessionTimeoutMs: number
  readonly heartbeatIntervalMs: number
  /** How long the group waits for members to rejoin; a stuck member silences the others no longer. */
  readonly rebalanceTimeoutMs: number
  /** An append or a command batch without an answer for so long has an unknown outcome. */
  readonly requestTimeoutMs: number
  /** A claim that takes longer is given up and tried again. */
  readonly claimTimeoutMs: number
  /** Encoded bytes of one record batch. */
  readonly batchBytesMax: number
  /** Commands waiting to be sent or answered, and their bytes. */
  readonly commandQueueMax: number
  readonly commandQueueBytesMax: number
  /** How long the broker holds a fetch that finds nothing. */
  readonly fetchWaitMs: number
  /** The same of a fetch for what has to be asked for while another is held. */
  readonly newcomerWaitMs: number
  readonly fetchBytesPerPartition: number
  /** A partition of which all comes from a writer of this process is asked for once in so long all the same. */
  readonly localLookMs: number
  /** The same of commands. */
  readonly localCommandLookMs: number
  /** After another process has appended a command, those of its partition are fetched for so long. */
  readonly foreignCommandsMs: number
  /** A fetch without an answer for so long has failed: its connection is discarded, and reading begins again on a new one. */
  readonly fetchTimeoutMs: number
  /** Who leads is asked anew after so long, of another broker each time. */
  readonly leadersMaxAgeMs: number
  readonly commitIntervalMs: number
  /** How long a leaving partition may take to hand over. */
  readonly handOverTimeoutMs: number
}

export const defaultLimits: KafkaLogLimits = {
  sessionTimeoutMs: 3000,
  heartbeatIntervalMs: 500,
  rebalanceTimeoutMs: 4000,
  requestTimeoutMs: 5000,
  claimTimeoutMs: 15_000,
  batchBytesMax: 1_000_000,
  commandQueueMax: 20_000,
  commandQueueBytesMax: 64 * 1024 * 1024,
  fetchWaitMs: 1_000,
  newcomerWaitMs: 50,
  fetchBytesPerPartition: 256 * 1024,
  localLookMs: 1_000,
  localCommandLookMs: 250,
  foreignCommandsMs: 10_000,
  fetchTimeoutMs: 10_000,
  leadersMaxAgeMs: 5_000,
  commitIntervalMs: 500,
  handOverTimeoutMs: 2000,
}
