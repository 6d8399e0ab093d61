// A chat driven by a file or a pipe: one line after another, then everything stored, then as long as asked for.
import { createInterface } from 'node:readline'
import type { Client } from '@skein/client'
import type { Talk } from './talk.ts'

/** Resolves when the input is over, nothing is unsent, and the wait is over; or when a line says /quit. */
export async function runLines(input: NodeJS.ReadableStream, talk: Talk, client: Client, waitMs: number): Promise<void> {
  let left = false
  for await (const line of createInterface({ input, terminal: false })) {
    if (await talk.line(line)) continue
    left = true
    break
  }
  await Promise.race([talk.settled().then(() => sentAll(client)), stopped(client)])
  if (!left && waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs))
}

/** A stopped client sends nothing any more; what is unsent stays in its store. */
const stopped = (client: Client) =>
  new Promise<void>((resolve) => {
    if (client.state === 'stopped') resolve()
    client.on('state', ({ state }) => state === 'stopped' && resolve())
  })

/** Also what an earlier run left in the store. */
const sentAll = (client: Client) =>
  new Promise<void>((resolve) => {
    const look = () => client.unsent === 0 && resolve()
    client.on('sent', look)
    client.on('refused', look)
    look()
  })
