// Storage in one file (Node): a journal of JSON lines, [key, value] or [key] for a deletion, read whole at opening and
// rewritten when most of it is history. Writes that wait together share one fsync. A torn last line, left by a crash, is
// a write that was never confirmed: it is dropped.
import type { FileHandle } from 'node:fs/promises'
import { memoryStorage, type Storage } from './storage.ts'

const rewriteLinesMin = 1_000
const rewriteFactor = 4

type Line = readonly [string] | readonly [string, string]

/** One process at a time may use a file. */
export async function fileStorage(path: string): Promise<Storage> {
  return FileStorage.open(path)
}

type FileSystem = typeof import('node:fs/promises')

class FileStorage implements Storage {
  readonly #path: string
  /** Loaded when first needed: browsers have none. */
  readonly #fs: FileSystem
  readonly #values: Map<string, string>
  readonly #memory: Storage
  #file: FileHandle | null = null
  #lines = 0
  #waiting: Line[] = []
  #flushing: Promise<void> | null = null
  #last: Promise<void> = Promise.resolve()

  static async open(path: string): Promise<FileStorage> {
    const fs = await import('node:fs/promises')
    const { dirname } = await import('node:path')
    await fs.mkdir(dirname(path), { recursive: true })
    const storage = new FileStorage(path, fs, await load(path, fs))
    await storage.#rewrite()
    return storage
  }

  private constructor(path: string, fs: FileSystem, values: Map<string, string>) {
    this.#path = path
    this.#fs = fs
    this.#values = values
    this.#memory = memoryStorage(values)
  }

  get(key: string): Promise<string | undefined> {
    return this.#memory.get(key)
  }

  list(prefix: string): Promise<[string, string][]> {
    return this.#memory.list(prefix)
  }

  set(key: string, value: string): Promise<void> {
    this.#values.set(key, value)
    return this.#write([key, value])
  }

  delete(key: string): Promise<void> {
    return this.#values.delete(key) ? this.#write([key]) : Promise.resolve()
  }

  async close(): Promise<void> {
    await this.#last
    await this.#file?.close()
  }

  #write(line: Line): Promise<void> {
    this.#waiting.push(line)
    if (!this.#flushing) {
      this.#flushing = this.#last.then(() => this.#flush())
      this.#last = this.#flushing.catch(() => {})
    }
    return this.#flushing
  }

  async #flush(): Promise<void> {
    const batch = this.#waiting
    this.#waiting = []
    this.#flushing = null
    await this.#file!.appendFile(textOf(batch))
    await this.#file!.datasync()
    this.#lines += batch.length
    if (this.#lines > rewriteLinesMin && this.#lines > this.#values.size * rewriteFactor) await this.#rewrite()
  }

  async #rewrite(): Promise<void> {
    const old = this.#file
    const temporary = `${this.#path}.new`
    const next = await this.#fs.open(temporary, 'w', 0o600)
    await next.writeFile(textOf([...this.#values]))
    await next.datasync()
    await this.#fs.rename(temporary, this.#path)
    this.#lines = this.#values.size
    this.#file = next
    await old?.close()
  }
}

const textOf = (lines: readonly Line[]): string => lines.map((line) => `${JSON.stringify(line)}\n`).join('')

async function load(path: string, fs: FileSystem): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  const text = await fs.readFile(path, 'utf8').catch((error: { code?: string }) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  for (const line of text.split('\n').slice(0, -1)) {
    const [key, value] = JSON.parse(line) as [string, string?]
    if (value === undefined) found.delete(key)
    else found.set(key, value)
  }
  return found
}
