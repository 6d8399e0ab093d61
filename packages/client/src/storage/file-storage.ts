// Storage in one file (Node): a journal of JSON lines, [key, value] or [key] for a deletion, each behind its checksum, read whole at
// opening and rewritten when most of it is history. Writes that wait together share one fsync. What was confirmed stays confirmed whatever
// becomes of a later write: one that failed is taken off the end of the file before anything follows it. A torn last line, left by a crash,
// is a write that was never confirmed: it is dropped. One process at a time has the file.
import type { FileHandle } from 'node:fs/promises'
import type { DatabaseSync } from 'node:sqlite'
import { SkeinError } from '../skein-error.ts'
import { memoryStorage, type Storage } from './storage.ts'

const rewriteLinesMin = 1_000
const rewriteFactor = 4

type Line = readonly [string] | readonly [string, string]

/** Rejects with STORAGE_IN_USE while somebody else has the file open. What ends with its process is free again. */
export async function fileStorage(path: string): Promise<Storage> {
  return FileStorage.open(path)
}

/** Loaded when first needed: browsers have none. */
const loadNode = async () => {
  const [fs, { dirname }, { crc32 }, { DatabaseSync }] = await Promise.all([
    import('node:fs/promises'),
    import('node:path'),
    import('node:zlib'),
    import('node:sqlite'),
  ])
  return { fs, dirname, crc32, DatabaseSync }
}
type Node = Awaited<ReturnType<typeof loadNode>>

class FileStorage implements Storage {
  readonly #path: string
  readonly #node: Node
  readonly #lock: DatabaseSync
  /** What the file holds for certain. */
  #stored: Map<string, string>
  /** The same, and what is on its way there. */
  readonly #values: Map<string, string>
  readonly #memory: Storage
  #file: FileHandle | null = null
  /** Up to where the file is whole; -1 when that is not known. */
  #wholeBytes = -1
  #lines = 0
  #waiting: Line[] = []
  #flushing: Promise<void> | null = null
  #last: Promise<void> = Promise.resolve()

  static async open(path: string): Promise<FileStorage> {
    const node = await loadNode()
    await node.fs.mkdir(node.dirname(path), { recursive: true })
    const lock = lockOf(path, node)
    try {
      const storage = new FileStorage(path, node, lock, await load(path, node))
      await storage.#rewrite(storage.#stored)
      return storage
    } catch (error) {
      lock.close()
      throw error
    }
  }

  private constructor(path: string, node: Node, lock: DatabaseSync, stored: Map<string, string>) {
    this.#path = path
    this.#node = node
    this.#lock = lock
    this.#stored = stored
    this.#values = new Map(stored)
    this.#memory = memoryStorage(this.#values)
  }

  get(key: string): Promise<string | undefined> {
    return this.#memory.get(key)
  }

  list(prefix: string): Promise<[string, string][]> {
    return this.#memory.list(prefix)
  }

  set(key: string, value: string): Promise<void> {
    return this.#write([key, value])
  }

  delete(key: string): Promise<void> {
    return this.#values.has(key) ? this.#write([key]) : Promise.resolve()
  }

  async close(): Promise<void> {
    await this.#last
    await this.#file?.close()
    this.#file = null
    if (this.#lock.isOpen) this.#lock.close()
  }

  #write(line: Line): Promise<void> {
    put(this.#values, line)
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
    try {
      await this.#store(batch)
    } catch (error) {
      // Whoever asked is told: nothing of it is there, now or after a restart.
      this.#values.clear()
      for (const [key, value] of this.#stored) this.#values.set(key, value)
      for (const line of this.#waiting) put(this.#values, line)
      throw error
    }
  }

  async #store(batch: readonly Line[]): Promise<void> {
    const next = new Map(this.#stored)
    for (const line of batch) put(next, line)
    const lines = this.#lines + batch.length
    const isHistory = lines > rewriteLinesMin && lines > next.size * rewriteFactor
    if (this.#wholeBytes < 0 || isHistory) await this.#rewrite(next)
    else await this.#append(batch)
    this.#stored = next
  }

  async #append(batch: readonly Line[]): Promise<void> {
    const text = textOf(batch, this.#node)
    try {
      await this.#file!.appendFile(text)
      await this.#file!.datasync()
    } catch (error) {
      // Of a failed write a part may be there, and what a failed sync has lost cannot be known.
      await this.#file!.truncate(this.#wholeBytes)
        .then(() => this.#file!.datasync())
        .catch(() => {
          this.#wholeBytes = -1
        })
      throw error
    }
    this.#wholeBytes += Buffer.byteLength(text)
    this.#lines += batch.length
  }

  async #rewrite(values: ReadonlyMap<string, string>): Promise<void> {
    const { fs } = this.#node
    const temporary = `${this.#path}.new`
    const text = textOf([...values], this.#node)
    // At its end, wherever that is after a write was taken off.
    const { O_WRONLY, O_CREAT, O_TRUNC, O_APPEND } = fs.constants
    const next = await fs.open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND, 0o600)
    try {
      await next.writeFile(text)
      await next.datasync()
      await fs.rename(temporary, this.#path)
      await syncDirectoryOf(this.#path, this.#node)
    } catch (error) {
      this.#wholeBytes = -1
      await next.close()
      throw error
    }
    const old = this.#file
    this.#file = next
    this.#lines = values.size
    this.#wholeBytes = Buffer.byteLength(text)
    await old?.close()
  }
}

function put(values: Map<string, string>, [key, value]: Line): void {
  if (value === undefined) values.delete(key)
  else values.set(key, value)
}

/** The system itself lets go of it when its process ends, however it ends. */
function lockOf(path: string, { DatabaseSync }: Node): DatabaseSync {
  const lock = new DatabaseSync(`${path}.lock`)
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
    return lock
  } catch (cause) {
    lock.close()
    if ((cause as { errcode?: number }).errcode !== sqliteBusy) throw cause
    throw new SkeinError('STORAGE_IN_USE', path, { retriable: true, cause })
  }
}

const sqliteBusy = 5

/** A name is where it was put only once its directory is on the disk. Windows has no such thing. */
async function syncDirectoryOf(path: string, { fs, dirname }: Node): Promise<void> {
  if (process.platform === 'win32') return
  const directory = await fs.open(dirname(path), 'r')
  await directory.sync().finally(() => directory.close())
}

const checksumOf = (json: string, { crc32 }: Node): string => crc32(json).toString(16).padStart(8, '0')

const textOf = (lines: readonly Line[], node: Node): string =>
  lines
    .map((line) => JSON.stringify(line))
    .map((json) => `${checksumOf(json, node)} ${json}\n`)
    .join('')

/** What the lines say that are as they were written. When others are among them, the file is kept beside as it was found. */
async function load(path: string, node: Node): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  const text = await node.fs.readFile(path, 'utf8').catch((error: { code?: string }) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  let damaged = false
  for (const line of text.split('\n').slice(0, -1)) {
    const json = line.slice(9)
    if (line.slice(0, 9) === `${checksumOf(json, node)} `) put(found, JSON.parse(json) as Line)
    else damaged = true
  }
  if (damaged) await node.fs.copyFile(path, `${path}.damaged`)
  return found
}
