// Latencies as a histogram of microseconds, told in milliseconds.
import * as hdr from 'hdr-histogram-js'

const highestMicros = 120_000_000

export interface Percentiles {
  readonly p50: number
  readonly p99: number
  readonly p999: number
  readonly max: number
}

export interface Latencies {
  recordMs(ms: number): void
  percentiles(): Percentiles
  readonly count: number
}

export function createLatencies(): Latencies {
  const histogram = hdr.build({ lowestDiscernibleValue: 1, highestTrackableValue: highestMicros, numberOfSignificantValueDigits: 3 })
  const ms = (micros: number) => Math.round(micros) / 1000
  return {
    recordMs: (value) => histogram.recordValue(Math.min(highestMicros, Math.max(1, Math.round(value * 1000)))),
    percentiles() {
      if (histogram.totalCount === 0) return { p50: 0, p99: 0, p999: 0, max: 0 }
      const at = (p: number) => ms(histogram.getValueAtPercentile(p))
      return { p50: at(50), p99: at(99), p999: at(99.9), max: ms(histogram.maxValue) }
    },
    get count() {
      return histogram.totalCount
    },
  }
}
