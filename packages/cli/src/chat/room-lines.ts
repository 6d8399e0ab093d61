// What is heard of live rooms, printed in the order in which it came, although names may have to be asked for.
import type { Client } from '@skein/client'
import type { Names } from './names.ts'
import { type ChatOutput, clock } from './output.ts'
import type { Places } from './places.ts'

interface Known {
  readonly names: Names
  readonly places: Places
}

export function tellRooms(client: Client, { names, places }: Known, output: ChatOutput): void {
  let last: Promise<void> = Promise.resolve()
  const inOrder = (tell: () => Promise<void>) => {
    last = last.then(tell).catch(() => {})
  }
  client.on('signal', ({ conversationId, senderId, sentAtMs, text, body }) =>
    inOrder(async () => {
      const [place, who] = await Promise.all([places.label(conversationId), names.user(senderId)])
      const words = text ?? `(${body.contentType}, ${body.bytes.length} bytes)`
      output.notice('signal', `${clock(sentAtMs)} [${place}] ${who}: ${words}`, { conversationId, senderId, sentAtMs, text })
    }),
  )
  client.on('signalsMissed', ({ conversationId, count }) =>
    inOrder(async () =>
      output.notice('signals-missed', `${count} signals of ${await places.label(conversationId)} were missed`, { conversationId, count }),
    ),
  )
  client.on('roomEnded', ({ conversationId, code }) =>
    inOrder(async () =>
      output.notice('room-ended', `${await places.label(conversationId)} is not followed any more: ${code}`, { conversationId, code }),
    ),
  )
}
