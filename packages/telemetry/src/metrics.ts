// Metrics in Prometheus's text form, made at each scrape from the plain counters that parts keep: numbers become gauges
// under the part's prefix, numbers by name (such as refusals by code) get a label.
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'

export interface Metrics {
  /** Exports every number of the object that `read` answers, at each scrape. */
  add(prefix: string, read: () => object): void
  text(): Promise<string>
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

export function createMetrics(labels: Record<string, string>): Metrics {
  const registry = new Registry()
  registry.setDefaultLabels(labels)
  collectDefaultMetrics({ register: registry })
  const sources: { prefix: string; read: () => object }[] = []
  const gauges = new Map<string, Gauge>()

  function gauge(name: string, labelNames: string[]): Gauge {
    let found = gauges.get(name)
    if (!found) {
      found = new Gauge({ name, help: `${name.replaceAll('_', ' ')}, see docs/operating`, labelNames, registers: [registry] })
      gauges.set(name, found)
    }
    return found
  }

  function collect(): void {
    for (const { prefix, read } of sources) {
      for (const [key, value] of Object.entries(read())) {
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
  }

  return {
    add: (prefix, read) => void sources.push({ prefix, read }),
    text: () => {
      collect()
      return registry.metrics()
    },
  }
}
