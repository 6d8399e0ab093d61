// Reads of the views for one partition: so many at the same time, whatever they are for. Whoever waits between two attempts keeps no other from its turn.

export class ReadTurns {
  readonly #max: number
  #reading = 0
  readonly #waiting: (() => void)[] = []

  constructor(max: number) {
    this.#max = max
  }

  async take<T>(read: () => Promise<T>): Promise<T> {
    while (this.#reading >= this.#max) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    this.#reading += 1
    try {
      return await read()
    } finally {
      this.#reading -= 1
      this.#waiting.shift()?.()
    }
  }
}
