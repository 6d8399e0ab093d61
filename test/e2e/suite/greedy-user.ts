// A user who asks as much as they may, in a thread of their own, so that what they get delays nobody else's reading of the clock: on each of
// their connections as many requests as may be under way, each followed by the next as soon as it is answered, or once it may be asked again.
import { parentPort, workerData } from 'node:worker_threads'
import { Connection, type PacketName } from '@skein/client'

export interface Greed {
  readonly address: string
  readonly appId: string
  readonly tokens: readonly string[]
  readonly name: PacketName
  readonly body: Uint8Array
}

export interface Greeded {
  readonly answered: number
  /** Connections that were not ended. */
  readonly open: number
}

const underWayMax = 60
/** More often, and the connection is ended as a flood. */
const refusedPauseMs = 250

const { address, appId, tokens, name, body } = workerData as Greed
let connections: readonly Connection[] = []
let answered = 0

function ask(connection: Connection): void {
  connection.request(name, { body, timeoutMs: 60_000 }, (error) => {
    if (error === null) answered += 1
    if (!connection.open) return
    if (error === null) ask(connection)
    else setTimeout(() => ask(connection), Math.max(error.retryAfterMs, refusedPauseMs))
  })
}

async function go(): Promise<'asking'> {
  answered = 0
  connections = await Promise.all(tokens.map((token) => Connection.open(address, { token, appId, onPush: () => {} })))
  for (const connection of connections) for (let i = 0; i < underWayMax; i++) ask(connection)
  return 'asking'
}

function halt(): Greeded {
  const greeded = { answered, open: connections.filter(({ open }) => open).length }
  for (const connection of connections) connection.close()
  return greeded
}

parentPort!.on('message', async (what: 'go' | 'halt') => parentPort!.postMessage(what === 'go' ? await go() : halt()))
