// An event log in memory: the whole port, for tests that want neither files nor time. A broker holds the records; each
// open() is a handle of its own, as another process would have it. Records are encoded on the way in and decoded on the way
// out, so that nothing is shared by reference and what no schema takes is refused. Every append takes one turn of the loop.

import type { SkeinCommand, SkeinEvent } from '@skein/contracts'
import { createCommandCodec, createEventCodec } from '@skein/contracts'
import type { EventLog } from '@skein/event-sourcing'
import type { MemoryBrokerOptions } from './memory-broker.ts'
import { MemoryBroker } from './memory-broker.ts'
import { MemoryHandle } from './memory-handle.ts'

export async function createMemoryBroker(options: MemoryBrokerOptions) {
  let nextId = 1
  const directory = { idOf: async () => nextId++, schemaOf: async () => null }
  const codecs = { commands: await createCommandCodec(directory), events: await createEventCodec(directory) }
  const broker = new MemoryBroker(options, codecs)
  return Object.assign(broker, {
    // The port ties topic to record type by overloads, which one body cannot express.
    open: () => new MemoryHandle(broker) as unknown as EventLog<SkeinCommand, SkeinEvent>,
  })
}
