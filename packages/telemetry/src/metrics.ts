// Metrics in Prometheus's text form, made at each scrape from the plain counters that parts keep: numbers become gauges
// under the part's prefix, numbers by name (such as refusals by code) get a label.
import { performance } from 'node:perf_hooks'
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'

export interface Metrics {
  /** Exports every number of the object that `read` answers, at each scrape; none of them while its promise fails. */
  add(prefix: string, read: () => object | Promise<object>): void
  text(): Promise<string>
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/**
 * The library's histogram of delays looks at the event loop a hundred times a second, which wakes every process as often, however idle, and
 * costs more than all else that it does then. A timer that never comes takes its place; how long the loop was busy says more.
 */
const neverMs = 2 ** 31 - 1
const ofHistogram = ['min', 'max', 'mean', 'stddev', 'p50', 'p90', 'p99'].map((name) => `nodejs_eventloop_lag_${name}_seconds`)

export function createMetrics(labels: Record<string, string>): Metrics {
  const registry = new Registry()
  registry.setDefaultLabels(labels)
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: neverMs })
  for (const name of ofHistogram) registry.removeSingleMetric(name)
  const busySeconds = () => ({ loopBusySeconds: performance.eventLoopUtilization().active / 1_000 })
  const sources: { prefix: string; read: () => object | Promise<object> }[] = [{ prefix: 'process', read: busySeconds }]
  const gauges = new Map<string, Gauge>()

  function gauge(name: string, labelNames: string[]): Gauge {
    let found = gauges.get(name)
    if (!found) {
      found = new Gauge({ name, help: `${name.replaceAll('_', ' ')}, see docs/operating`, labelNames, registers: [registry] })
      gauges.set(name, found)
    }
    return found
  }

  async function collect(): Promise<void> {
    const told = sources.map(async ({ prefix, read }) => ({ prefix, numbers: await Promise.resolve(read()).catch(() => null) }))
    for (const { prefix, numbers } of await Promise.all(told)) {
      if (numbers === null) forget(`skein_${prefix}_`)
      else exportNumbers(prefix, numbers)
    }
  }

  function forget(prefix: string): void {
    for (const name of [...gauges.keys()].filter((each) => each.startsWith(prefix))) {
      registry.removeSingleMetric(name)
      gauges.delete(name)
    }
  }

  function exportNumbers(prefix: string, numbers: object): void {
    for (const [key, value] of Object.entries(numbers)) {
      const name = `skein_${prefix}_${snake(key)}`
      if (typeof value === 'number') gauge(name, []).set(value)
      else if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
        // What has no number any more must not keep its last one.
        gauge(name, ['of']).reset()
        for (const [label, number] of Object.entries(value)) {
          if (typeof number === 'number') gauge(name, ['of']).set({ of: label }, number)
        }
      }
    }
  }

  return {
    add: (prefix, read) => void sources.push({ prefix, read }),
    text: async () => {
      await collect()
      return registry.metrics()
    },
  }
}
