// What a chat prints: lines for people, or one JSON object per line for programs. Items keep their order although names
// may have to be asked for.
import type { Item } from '@skein/client'
import type { Names } from './names.ts'

export interface ChatOutput {
  item(item: Item, own: boolean): void
  /** Something happened or was asked for; `kind` and `fields` are for programs, `text` for people. */
  notice(kind: string, text: string, fields?: Record<string, unknown>): void
  /** Resolves when everything handed in is printed. */
  settled(): Promise<void>
}

export function jsonOutput(stdout: { write(text: string): unknown }): ChatOutput {
  const print = (value: Record<string, unknown>) => stdout.write(`${JSON.stringify(value)}\n`)
  return {
    item(item, own) {
      if (item.type !== 'message') {
        print({ kind: 'item', own, ...item })
        return
      }
      const { body, type: _type, ...rest } = item
      print({ kind: 'message', own, contentType: body.contentType, ...rest })
    },
    notice: (kind, text, fields) => print({ kind, ...(fields ?? { text }) }),
    settled: () => Promise.resolve(),
  }
}

// Control characters of others must not reach the terminal.
const printable = (text: string) => text.replaceAll(/\p{Cc}/gu, (character) => (character === '\n' ? '\n    ' : ' '))
const clock = (ms: number) => new Date(ms).toTimeString().slice(0, 5)

export async function describeItem(item: Item, names: Names): Promise<string> {
  const who = await names.user(item.actorId)
  switch (item.type) {
    case 'message':
      return `${who}: ${item.text === null ? `(${item.body.contentType}, ${item.body.bytes.length} bytes)` : item.text}`
    case 'groupCreated':
      return `* ${who} created the group ${item.name}`
    case 'membersAdded':
      return `* ${who} added ${(await Promise.all(item.members.map((member) => names.user(member.userId)))).join(', ')}`
    case 'memberRemoved':
      return `* ${who} removed ${await names.user(item.userId)}`
    case 'memberLeft':
      return `* ${await names.user(item.userId)} left`
    case 'memberRoleChanged':
      return `* ${who} made ${await names.user(item.userId)} ${item.role}`
    default:
      return `* ${who} did something this version does not know`
  }
}

export function plainOutput(print: (line: string) => void, names: Names): ChatOutput {
  let last: Promise<void> = Promise.resolve()
  const inOrder = (make: () => Promise<string> | string) => {
    last = last.then(make).then(print, (error) => print(`! ${String(error)}`))
  }
  return {
    item: (item) =>
      inOrder(async () => {
        const place = await names.conversation(item.conversationId)
        return printable(`${clock(item.occurredAtMs)} [${place}] ${await describeItem(item, names)}`)
      }),
    notice: (_kind, text) => inOrder(() => `- ${printable(text)}`),
    settled: () => last,
  }
}
