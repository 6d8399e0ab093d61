// What is promised of what everybody is told, beyond what holds of every message: no connection is told it twice, whatever dies meanwhile.
import type { Journal } from './journal.ts'
import type { Tell } from './truth.ts'

export function judgeTellings({ tellings, loss }: Pick<Journal, 'tellings' | 'loss'>, tell: Tell): void {
  // Of a log that was cut all are told once more what is left, and done again.
  if (loss !== null) return
  for (const { userId, told } of tellings) {
    const known = new Set<string>()
    for (const one of told) {
      if (known.has(one)) tell('duplicated', `a connection of ${userId} was told ${one} twice`)
      known.add(one)
    }
  }
}

/** Of which conversations everybody is told. */
export const isToEverybody = ({ conversationId }: { readonly conversationId: string }): boolean => conversationId.startsWith('b:')

export function evidenceOfTellings({ tellings }: Pick<Journal, 'tellings'>): { listeners?: number; toldToListeners?: number } {
  if (tellings.length === 0) return {}
  return { listeners: tellings.length, toldToListeners: tellings.reduce((sum, { told }) => sum + told.length, 0) }
}
