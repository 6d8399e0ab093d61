// The contract of the port, on a SQLite file.
import { createEventCodec } from '@skein/contracts'
import type { DeadLetter, LogTopic } from '@skein/event-sourcing'
import { silentLogger } from '@skein/telemetry'
import { eventLogContract } from '@skein/testing'
import { defaultLimits, openEmbeddedLog } from '../src/index.ts'
import { recordBatchBytes } from '../src/partition-writer.ts'
import { streamStart } from '../src/position.ts'
import { Statements } from '../src/statements.ts'
import { makeLogDirectory, withDatabase, withLock } from './log-directory.ts'

// Ids do not matter where only the length of a record is asked.
const anyIds = { idOf: async () => 1, schemaOf: async () => ({}) }
const events = await createEventCodec(anyIds)

eventLogContract(
  'embedded',
  async () => {
    const directory = makeLogDirectory()
    const { file } = directory
    return {
      open: () => openEmbeddedLog({ file, partitionCount: 4, logger: silentLogger, limits: { busyWaitMs: 500 } }),
      async appendRaw(topic: LogTopic, partition: number, key: string, bytes: Uint8Array) {
        withDatabase(file, (database) => {
          const statements = new Statements(database)
          statements.insert(topic, partition, { offset: statements.end(topic, partition), key, value: bytes, appendedAt: Date.now() })
        })
      },
      async deadLetters() {
        return withDatabase(file, (database) =>
          database
            .prepare('SELECT key, value, topic, partition, "offset" AS at, why FROM dead_letters ORDER BY id')
            .all()
            .map(
              (row): DeadLetter => ({
                key: row.key as string,
                bytes: row.value as Uint8Array,
                from: { topic: row.topic as LogTopic, partition: row.partition as number, offset: row.at as number },
                why: row.why as string,
              }),
            ),
        )
      },
      recordBatchBytesMax: defaultLimits.recordBatchBytesMax,
      recordBatchBytes: (records) =>
        recordBatchBytes(
          records,
          records.map((record) => events.encode(record.value)),
        ),
      capabilities: { sharedMembership: false },
      // There is no broker, but another process can keep the file from everybody for longer than appends wait.
      restartBroker: () => withLock(file, () => new Promise<void>((resolve) => setTimeout(resolve, 2_500))),
      propertyRuns: 100,
      async damageRecord(topic: LogTopic, partition: number, offset: number) {
        withDatabase(file, (database) => {
          const position = streamStart(topic, partition) + offset
          const value = database.prepare('SELECT value FROM log WHERE position = ?').get(position)!.value as Uint8Array
          value[value.length - 1]! ^= 0x08
          database.prepare('UPDATE log SET value = ? WHERE position = ?').run(value, position)
        })
      },
      close: async () => directory[Symbol.dispose](),
    }
  },
  { losesAnswers: false, canBeDamaged: true },
)
