// Chooses TCP ports for local servers. They lie below the range from which the system takes ports for outgoing connections: a client that
// reconnects to a stopped server could otherwise be given the server's own port, connect to itself, and keep the server from coming back.

import { createServer } from 'node:net'

const portMin = 11_000
const portMax = 31_999
const attemptsMax = 200

/** A port of 127.0.0.1 that nobody listens on now. `preferred` is taken when it is free. */
export async function freePort(preferred?: number): Promise<number> {
  if (preferred !== undefined && (await isFree(preferred))) return preferred
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    const port = portMin + Math.floor(Math.random() * (portMax - portMin + 1))
    if (await isFree(port)) return port
  }
  throw new Error(`no free port between ${portMin} and ${portMax}`)
}

// Every interface, not only 127.0.0.1: a server bound to 0.0.0.0 or :: would answer in our place.
async function isFree(port: number): Promise<boolean> {
  return (await canListen(port, '127.0.0.1')) && (await canListen(port, undefined))
}

function canListen(port: number, host: string | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)))
  })
}
