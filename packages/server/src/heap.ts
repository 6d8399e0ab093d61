// How large V8 lets a heap grow. By its own rules a processor that holds 120 MB took 700 before it collected, and a gateway that
// holds 45 was collected every two seconds, 20 ms each. With --heap-growing-percent it collects when what lived after the last
// collection has grown by that much; the flag is read at each collection, so that it can be set while running. What is young it keeps in
// 128 MB where the machine has memory; with a --semi-space-growth-factor of 1 that grows no further.
import { constants, PerformanceObserver } from 'node:perf_hooks'
import v8 from 'node:v8'
import type { RoleName } from './config.ts'

/** Any heap may get as large as this before it is collected. */
const roomyBytes = 192 * 1024 * 1024
/** Growth of one that is larger. A processor's memory has a named limit: it pays for that with time. */
const growthPercentMin = { processor: 50, others: 100 } as const

/** How large the space of what is young may be in a process with a processor. */
const youngBytesMax = 64 * 1024 * 1024

/** A heap that has grown by more since the collection before is filling: room that fits it now would be far too much then. */
const settledGrowth = 1.25

/** By how much a heap may grow in which so much lives, and so much did after the collection before. */
export function growthPercent(liveBytes: number, liveBefore: number, least: number): number {
  if (liveBytes > liveBefore * settledGrowth) return least
  return Math.max(least, Math.floor(100 * (roomyBytes / Math.max(liveBytes, roomyBytes / 4) - 1)))
}

/** By which factor the space of what is young may grow, when it is as large as this. */
export const youngGrowthFactor = (spaceBytes: number, bytesMax: number): number => (spaceBytes < bytesMax ? 2 : 1)

const youngBytes = () => v8.getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space')!.space_size

/** For the whole process, from now on. */
export function boundHeapGrowth(roles: readonly RoleName[]): void {
  const hasProcessor = roles.includes('processor')
  const least = hasProcessor ? growthPercentMin.processor : growthPercentMin.others
  let liveBefore = 0
  const adapt = () => {
    const live = process.memoryUsage().heapUsed
    v8.setFlagsFromString(`--heap-growing-percent=${growthPercent(live, liveBefore, least)}`)
    liveBefore = live
  }
  adapt()
  new PerformanceObserver((list) => {
    const kinds = list.getEntries().map((entry) => (entry as unknown as { detail: { kind: number } }).detail.kind)
    if (kinds.includes(constants.NODE_PERFORMANCE_GC_MAJOR)) adapt()
    if (hasProcessor) v8.setFlagsFromString(`--semi-space-growth-factor=${youngGrowthFactor(youngBytes(), youngBytesMax)}`)
  }).observe({ entryTypes: ['gc'] })
}
