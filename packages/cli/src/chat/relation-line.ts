// What people are told when another asks to be their friend, or becomes it; null for what they did themselves, or need not be told.
import type { RelationChange } from '@skein/client'
import { printable } from './output.ts'

export function relationLine(user: string, change: RelationChange): string | null {
  const { received, friendsSinceMs, sent } = change
  // A sync tells all of a relation, and mostly what was known.
  const isWhole = 'remark' in change
  if (received)
    return `${user} asks to be your friend${received.text === '' ? '' : `: ${printable(received.text)}`}; /accept ${user} or /refuse ${user}`
  if (!isWhole && friendsSinceMs && sent === null && received === null) return `${user} is your friend`
  return null
}
