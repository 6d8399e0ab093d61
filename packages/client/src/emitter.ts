// A tiny typed emitter. A listener that throws disturbs neither the others nor the client: its error goes to `onError`.

export interface Emitter<Events> {
  /** Returns what takes the listener away again. */
  on<K extends keyof Events>(name: K, listener: (value: Events[K]) => void): () => void
  emit<K extends keyof Events>(name: K, value: Events[K]): void
}

export function createEmitter<Events>(onError: (error: unknown) => void): Emitter<Events> {
  const listeners = new Map<keyof Events, Set<(value: never) => void>>()
  return {
    on(name, listener) {
      const set = listeners.get(name) ?? new Set()
      listeners.set(name, set)
      set.add(listener)
      return () => set.delete(listener)
    },
    emit(name, value) {
      const set = listeners.get(name)
      if (!set) return
      for (const listener of set) {
        try {
          ;(listener as (value: unknown) => void)(value)
        } catch (error) {
          onError(error)
        }
      }
    },
  }
}
