// Texts that were typed here and are not stored yet. On a screen each stands where it was typed: it is not printed a second time when it
// comes as an item, and marked where it waits longer than a moment.
import type { Item } from '@skein/client'

export interface TypedText {
  readonly conversationId: string
  readonly text: string
}

/** How long a text may wait before that is said. */
const markAfterMs = 1_500

export class Typed {
  readonly #onLate: (text: string) => void
  readonly #onDone: (text: string) => void
  readonly #waiting = new Map<TypedText, { readonly timer: ReturnType<typeof setTimeout>; late: boolean }>()
  readonly #unseen: TypedText[] = []

  /** `onLate` when one is not stored within a moment, `onDone` when such a one is. */
  constructor(onLate: (text: string) => void, onDone: (text: string) => void) {
    this.#onLate = onLate
    this.#onDone = onDone
  }

  /** What is not stored yet, in the order of typing. */
  get waiting(): readonly TypedText[] {
    return [...this.#waiting.keys()]
  }

  add(typed: TypedText): void {
    const timer = setTimeout(() => {
      this.#waiting.get(typed)!.late = true
      this.#onLate(typed.text)
    }, markAfterMs)
    timer.unref()
    this.#waiting.set(typed, { timer, late: false })
    this.#unseen.push(typed)
  }

  stored(typed: TypedText): void {
    if (this.#forget(typed)) this.#onDone(typed.text)
  }

  refused(typed: TypedText): void {
    this.#forget(typed)
    const at = this.#unseen.indexOf(typed)
    if (at >= 0) this.#unseen.splice(at, 1)
  }

  /** Whether this own item is one of those that were typed here: each is so once. */
  takes(item: Item): boolean {
    if (item.type !== 'MessageSent') return false
    const at = this.#unseen.findIndex(({ conversationId, text }) => conversationId === item.conversationId && text === item.text)
    if (at >= 0) this.#unseen.splice(at, 1)
    return at >= 0
  }

  #forget(typed: TypedText): boolean {
    const waited = this.#waiting.get(typed)
    clearTimeout(waited?.timer)
    this.#waiting.delete(typed)
    return waited?.late ?? false
  }
}
