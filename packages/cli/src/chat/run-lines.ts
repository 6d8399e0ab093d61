// A chat driven by a file or a pipe: one line after another, a command when the texts before it are stored; then as long as asked for.
import { createInterface } from 'node:readline'
import type { Client } from '@skein/client'
import { allStored } from './leaving.ts'
import type { Talk } from './talk.ts'

export interface LineLimits {
  /** How long the server may answer nothing. */
  readonly patienceMs: number
  /** How long to stay after the end of the input. */
  readonly waitMs: number
}

/** Resolves when the input and the wait are over, a line says /quit, or the server goes on no more. */
export async function runLines(
  input: NodeJS.ReadableStream,
  talk: Talk,
  client: Client,
  { patienceMs, waitMs }: LineLimits,
): Promise<void> {
  const reader = createInterface({ input, terminal: false })
  const forget = client.on('state', ({ state }) => state === 'stopped' && reader.close())
  let goesOn = true
  for await (const line of reader) {
    const isReady = !line.startsWith('/') || line.startsWith('//') || (await allStored(talk, client, patienceMs))
    goesOn = isReady && (await talk.line(line))
    if (!goesOn) break
  }
  forget()
  if (!goesOn || client.state === 'stopped' || !(await allStored(talk, client, patienceMs))) return
  if (waitMs > 0) await Promise.race([stopped(client), new Promise((resolve) => setTimeout(resolve, waitMs))])
}

const stopped = (client: Client) => new Promise<void>((resolve) => client.on('state', ({ state }) => state === 'stopped' && resolve()))
