// Positions of groups: a hint, so the newest per partition is kept in memory and written about once a second. A crash loses
// the last second of them; whoever resumes from one repeats that much.
import type { GroupPosition, LogTopic } from '@skein/event-sourcing'
import type { CommitQueue } from './commit-queue.ts'
import type { Statements } from './statements.ts'

const writeIntervalMs = 1_000

export type GroupPositions = ReturnType<typeof createGroupPositions>

export function createGroupPositions(parts: { statements: Statements; queue: CommitQueue; busyWaitMs: number }) {
  const { statements, queue, busyWaitMs } = parts
  const unwritten = new Map<string, { group: string; topic: LogTopic; partition: number; position: GroupPosition }>()
  const nameOf = (group: string, topic: LogTopic, partition: number) => `${group} ${topic} ${partition}`
  let timer: NodeJS.Timeout | undefined

  /** Resolves when what was noted is written, or could not be. */
  function flush(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    if (unwritten.size === 0) return Promise.resolve()
    const noted = [...unwritten]
    const { promise, resolve } = Promise.withResolvers<void>()
    queue.add({
      records: noted.length,
      bytes: 0,
      giveUpAt: performance.now() + busyWaitMs,
      run() {
        for (const [, { group, topic, partition, position }] of noted) statements.setGroupPosition(group, topic, partition, position)
        return () => {
          for (const [name, position] of noted) if (unwritten.get(name) === position) unwritten.delete(name)
          resolve()
        }
      },
      // They stay unwritten until the next note.
      fail: () => resolve(),
    })
    return promise
  }

  return {
    note(group: string, topic: LogTopic, partition: number, position: GroupPosition): void {
      unwritten.set(nameOf(group, topic, partition), { group, topic, partition, position })
      timer ??= setTimeout(() => void flush(), writeIntervalMs).unref()
    },
    /** Partitions of which nothing was noted yet are absent. */
    newest(group: string, topic: LogTopic, partitions: readonly number[]): Map<number, GroupPosition> {
      const found = new Map<number, GroupPosition>()
      for (const partition of partitions) {
        const position = unwritten.get(nameOf(group, topic, partition))?.position ?? statements.groupPosition(group, topic, partition)
        if (position !== undefined) found.set(partition, position)
      }
      return found
    },
    flush,
  }
}
