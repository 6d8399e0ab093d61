// Where a device keeps what must survive its process: unsent messages and its place in every conversation. A small
// port of text values by key, with adapters for memory and browsers; the file adapter is beside it.
import { newUuid } from '../uuid.ts'
import { heldByNobodyElse } from './storage-lock.ts'

export interface Storage {
  get(key: string): Promise<string | undefined>
  /** Resolves when the value would survive a crash. Later calls are never stored before earlier ones. */
  set(key: string, value: string): Promise<void>
  delete(key: string): Promise<void>
  /** Keys with this beginning and their values, by key. */
  list(prefix: string): Promise<[string, string][]>
  /**
   * Resolves, to what lets go of it, once no other client has this storage, in this process or any other; rejects with STORAGE_IN_USE while
   * one has. What has ended has let go. Left out where opening it says so already, and where values are no other's anyway.
   */
  hold?(): Promise<() => void>
  close?(): Promise<void>
}

const byKey = (a: [string, string], b: [string, string]) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0)

/** Survives reconnects, not restarts. */
export function memoryStorage(values: Map<string, string> = new Map()): Storage {
  return {
    get: async (key) => values.get(key),
    set: async (key, value) => void values.set(key, value),
    delete: async (key) => void values.delete(key),
    list: async (prefix) => [...values].filter(([key]) => key.startsWith(prefix)).sort(byKey),
  }
}

/** Areas that a page has to itself, and what sets the locks of one apart from those of the same name in other pages. */
const ownAreas = new WeakMap<globalThis.Storage, string>()

function lockOf(area: globalThis.Storage, namespace: string): string {
  const shared = `skein/web/${namespace}`
  if (isShared(area)) return shared
  const own = ownAreas.get(area) ?? newUuid()
  ownAreas.set(area, own)
  return `${shared}/${own}`
}

/** With all other pages of the origin. Where a page may have no localStorage, asking for it throws. */
function isShared(area: globalThis.Storage): boolean {
  try {
    return area === globalThis.localStorage
  } catch {
    return false
  }
}

/** The browser's localStorage (or anything like it): small and simple. */
export function webStorage(area: globalThis.Storage = globalThis.localStorage, namespace = 'skein:'): Storage {
  return {
    get: async (key) => area.getItem(namespace + key) ?? undefined,
    set: async (key, value) => area.setItem(namespace + key, value),
    delete: async (key) => area.removeItem(namespace + key),
    hold: () => heldByNobodyElse(lockOf(area, namespace)),
    async list(prefix) {
      const found: [string, string][] = []
      for (let i = 0; i < area.length; i += 1) {
        const key = area.key(i)
        if (key?.startsWith(namespace + prefix)) found.push([key.slice(namespace.length), area.getItem(key) ?? ''])
      }
      return found.sort(byKey)
    },
  }
}

/** IndexedDB: for browsers with much to keep. */
export function indexedDbStorage(databaseName = 'skein'): Storage {
  const store = 'values'
  const database = new Promise<IDBDatabase>((resolve, reject) => {
    const request = globalThis.indexedDB.open(databaseName, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(store)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  // Every call rejects with it; until the first one nobody listens.
  database.catch(() => {})

  /** One transaction. All its requests are made at once, so that they see one moment; the answer is read when it is through. */
  async function run<T>(
    mode: IDBTransactionMode,
    durability: IDBTransactionDurability,
    ask: (values: IDBObjectStore) => () => T,
  ): Promise<T> {
    const transaction = (await database).transaction(store, mode, { durability })
    return new Promise((resolve, reject) => {
      const answer = ask(transaction.objectStore(store))
      transaction.oncomplete = () => resolve(answer())
      transaction.onabort = () => reject(transaction.error)
    })
  }
  return {
    get: (key) =>
      run('readonly', 'default', (values) => {
        const value = values.get(key)
        return () => value.result
      }),
    // Strict, since most browsers otherwise confirm what a power failure still loses.
    set: (key, value) =>
      run('readwrite', 'strict', (values) => {
        values.put(value, key)
        return () => {}
      }),
    delete: (key) =>
      run('readwrite', 'default', (values) => {
        values.delete(key)
        return () => {}
      }),
    list: (prefix) =>
      run('readonly', 'default', (values) => {
        const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`)
        const keys = values.getAllKeys(range)
        const found = values.getAll(range)
        return () => keys.result.map((key, i) => [String(key), String(found.result[i])] as [string, string])
      }),
    hold: () => heldByNobodyElse(`skein/indexedDB/${databaseName}`),
    close: async () => (await database).close(),
  }
}
