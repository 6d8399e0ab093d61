// A process of its own that claims partition 0 of the log file named by its argument, and appends events and commands until
// it is killed or refused. Every line it prints was acknowledged before: `event <offset> <text>`, `command <text>`,
// `claimed <claim>`, `rejected <code>`.
import { writeSync } from 'node:fs'
import { LogError } from '@skein/event-sourcing'
import { silentLogger } from '@skein/telemetry'
import { sampleCommand, sampleKey, sampleMessageSent } from '@skein/testing'
import { openEmbeddedLog } from '../src/index.ts'

const [, , file = '', name = ''] = process.argv

/** Prints a line before it returns, so that a kill cannot take back what was said; a full pipe is waited for. */
function say(line: string): void {
  let rest = Buffer.from(`${line}\n`)
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(1, rest))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1)
    }
  }
}

const log = await openEmbeddedLog({ file, partitionCount: 4, logger: silentLogger, owner: name })
const key = sampleKey(log.partitionOf, 0)
const writer = await log.claim(0)
say(`claimed ${writer.claim}`)

async function appendEvents(): Promise<void> {
  for (let i = 0; ; i += 2) {
    const texts = [`${name} ${i}`, `${name} ${i + 1}`]
    const offset = await writer.append(texts.map((text) => ({ key, value: sampleMessageSent(text, writer.claim) })))
    texts.forEach((text, at) => {
      say(`event ${offset + at} ${text}`)
    })
  }
}

async function sendCommands(): Promise<void> {
  for (let i = 0; ; i += 3) {
    const texts = [0, 1, 2].map((each) => `${name} ${i + each}`)
    await Promise.all(
      texts.map(async (text) => {
        await log.appendCommand(sampleCommand(key, text, Date.now() + 10_000))
        say(`command ${text}`)
      }),
    )
  }
}

await Promise.all([appendEvents(), sendCommands()]).catch((error) => {
  say(`rejected ${error instanceof LogError ? error.code : error}`)
  process.exit(0)
})
