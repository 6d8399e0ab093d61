// Ids of the messages of one run of load: UUIDs that number them, under a prefix that no other run has. Where two runs on the same servers
// numbered theirs alike, what one resent was answered with what the other had said, and never shown: 40 messages counted as lost.
import { randomBytes } from 'node:crypto'

const prefixBytes = 4

export function createMessageIds(): (n: number) => string {
  const run = randomBytes(prefixBytes).toString('hex')
  return (n) => `${run}-0000-4000-8000-${n.toString(16).padStart(12, '0')}`
}
