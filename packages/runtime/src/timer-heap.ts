// What is to come, soonest first: a binary heap whose elements know where they stand in it, so that any of them can be taken out.

export interface Heaped {
  /** When it comes. Not to be changed while it is in a heap. */
  at: number
  /** Where it stands in its heap; -1 while it is in none. */
  place: number
}

export class TimerHeap<T extends Heaped> {
  readonly #heap: T[] = []

  get first(): T | undefined {
    return this.#heap[0]
  }

  add(element: T): void {
    this.#heap.push(element)
    this.#rise(element, this.#heap.length - 1)
  }

  /** Nothing happens where it is in no heap; it must not be in another. */
  remove(element: T): void {
    const { place } = element
    if (place < 0) return
    element.place = -1
    const last = this.#heap.pop()!
    if (last === element) return
    this.#rise(last, place)
    this.#sink(last, last.place)
  }

  #rise(element: T, from: number): void {
    let place = from
    while (place > 0) {
      const parent = (place - 1) >> 1
      if (this.#heap[parent]!.at <= element.at) break
      this.#put(this.#heap[parent]!, place)
      place = parent
    }
    this.#put(element, place)
  }

  #sink(element: T, from: number): void {
    let place = from
    for (;;) {
      const left = 2 * place + 1
      const right = left + 1
      if (left >= this.#heap.length) break
      const child = right < this.#heap.length && this.#heap[right]!.at < this.#heap[left]!.at ? right : left
      if (this.#heap[child]!.at >= element.at) break
      this.#put(this.#heap[child]!, place)
      place = child
    }
    this.#put(element, place)
  }

  #put(element: T, place: number): void {
    this.#heap[place] = element
    element.place = place
  }
}
