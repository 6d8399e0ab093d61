// Before a chat ends, or a script goes on to a command: what was typed is stored first, for as long as the server goes on storing.
import type { Client } from '@skein/client'
import type { ChatOutput } from './output.ts'
import type { Talk } from './talk.ts'

/** How long the wait is before it is spoken of. */
const speakAfterMs = 1_000

/**
 * True when everything typed, and what an earlier run left in the store, is stored or refused; false when the client has stopped, or
 * nothing was answered for as long as patience lasts.
 */
export function allStored(talk: Talk, client: Client, patienceMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = false
    const end = (all: boolean) => {
      isOver = true
      clearTimeout(timer)
      for (const stop of listening) stop()
      resolve(all)
    }
    const look = () => {
      if (isOver) return
      clearTimeout(timer)
      if (talk.unsettled === 0 && client.unsent === 0) end(true)
      else if (client.state === 'stopped') end(false)
      else timer = setTimeout(end, patienceMs, false)
    }
    const listening = [
      client.on('sent', look),
      client.on('refused', look),
      client.on('state', ({ state }) => state === 'stopped' && look()),
    ]
    void talk.settled().then(look)
    look()
  })
}

/** The same, and says what it waits for and what is left. */
export async function leaveStored(talk: Talk, client: Client, output: ChatOutput, patienceMs: number): Promise<boolean> {
  const timer = setTimeout(() => {
    const text = `${countOf(client.unsent)} not stored yet; waiting for the server for ${patienceMs / 1000} s, Ctrl-C gives up`
    output.notice('leaving', text, { unsent: client.unsent })
  }, speakAfterMs)
  const all = await allStored(talk, client, patienceMs)
  clearTimeout(timer)
  if (all) return true
  const texts = talk.waiting.map(({ text }) => text)
  output.notice('unsent', [`${countOf(client.unsent)} not stored:`, ...texts].join('\n'), { unsent: client.unsent, texts })
  return false
}

const countOf = (unsent: number) => (unsent === 1 ? '1 message is' : `${unsent} messages are`)
