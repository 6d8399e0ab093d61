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
  const fs = await import('node:fs/promises')
  const { dirname } = await import('node:path')
  await fs.mkdir(dirname(path), { recursive: true })
  const values = await load()
  const memory = memoryStorage(values)
  let lines = 0
  let file: FileHandle = await rewrite()
  let waiting: Line[] = []
  let flushing: Promise<void> | null = null

  async function load(): Promise<Map<string, string>> {
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

  async function rewrite(): Promise<FileHandle> {
    const temporary = `${path}.new`
    const next = await fs.open(temporary, 'w', 0o600)
    await next.writeFile([...values].map((line) => `${JSON.stringify(line)}\n`).join(''))
    await next.datasync()
    await fs.rename(temporary, path)
    lines = values.size
    return next
  }

  async function flush(): Promise<void> {
    const batch = waiting
    waiting = []
    flushing = null
    await file.appendFile(batch.map((line) => `${JSON.stringify(line)}\n`).join(''))
    await file.datasync()
    lines += batch.length
    if (lines > rewriteLinesMin && lines > values.size * rewriteFactor) {
      const old = file
      file = await rewrite()
      await old.close()
    }
  }

  let last: Promise<void> = Promise.resolve()
  function write(line: Line): Promise<void> {
    waiting.push(line)
    if (!flushing) {
      flushing = last.then(flush)
      last = flushing.catch(() => {})
    }
    return flushing
  }

  return {
    get: memory.get,
    list: memory.list,
    set(key, value) {
      values.set(key, value)
      return write([key, value])
    },
    delete(key) {
      if (!values.delete(key)) return Promise.resolve()
      return write([key])
    },
    async close() {
      await last
      await file.close()
    },
  }
}
