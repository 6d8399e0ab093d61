// Metrics that pages name are exported by the roles themselves, and by what they stand on: started in this process, on views that hold nothing.
import assert from 'node:assert/strict'
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { openSqliteCredentialStore } from '@skein/api'
import { openEmbeddedLog } from '@skein/embedded-log'
import type { LogCounters } from '@skein/kafka-log'
import { createInProcessNodeLinkHub, createInProcessPresence } from '@skein/node-link'
import { createMetrics, silentLogger } from '@skein/telemetry'
import type { Database, Queryable } from '@skein/view-store'
import { createMemoryHotViews } from '@skein/view-store'
import { type Backbone, measureBackbone, ownersOf } from './backbone.ts'
import { readConfig } from './config.ts'
import { startDeliveryRole } from './delivery-role.ts'
import { startGatewayRole } from './gateway-role.ts'
import { startProcessorRole } from './processor-role.ts'
import { startProjectorRole } from './projector-role.ts'
import { viewPortsOf } from './view-ports.ts'

const repository = join(import.meta.dirname, '../../..')
const pages = globSync(['README.md', 'CHANGELOG.md', 'docs/**/*.md'], { cwd: repository })

const noRows: Queryable = { query: async () => ({ rows: [], count: 0 }) }
const emptyDatabase: Database = {
  ...noRows,
  transaction: (work) => work(noRows),
  withConnection: (work) => work({ query: async () => ({ rows: [] }) }),
  close: async () => {},
}

interface Named {
  readonly page: string
  readonly metric: string
  /** Named with a label for a partition or a code. */
  readonly of: boolean
}

/** In full, or as the rest of a name whose beginning the same line of a table gives. */
function metricsNamed(page: string): Named[] {
  return readFileSync(join(repository, page), 'utf8')
    .split('\n')
    .flatMap((line) => {
      const role = /^\| `(skein_[a-z]+)_/.exec(line)?.[1]
      const names = [...line.matchAll(/`(skein_[a-z]+)?_([a-z_]+)(\{of="[^"]*"\})?`/g)]
      return names.flatMap(([, start = role, rest, label]) =>
        start ? [{ page, metric: `${start}_${rest}`, of: label !== undefined }] : [],
      )
    })
}

/** What is exported, with whether each partition or code has its own. */
async function metricsExported(t: test.TestContext): Promise<ReadonlyMap<string, { readonly of: boolean }>> {
  const dir = mkdtempSync(join(tmpdir(), 'skein-metrics-'))
  t.after(() => rmSync(dir, { recursive: true }))
  const config = readConfig({ SKEIN_TOKEN_SECRET: 'x'.repeat(32), SKEIN_PARTITIONS: '2', SKEIN_WS_PORT: '0', SKEIN_TCP_PORT: '0' })
  const log = await openEmbeddedLog({ file: join(dir, 'log.sqlite'), partitionCount: config.partitionCount, logger: silentLogger })
  const hub = createInProcessNodeLinkHub()
  const presence = createInProcessPresence()
  const hot = createMemoryHotViews({ partitionOf: log.partitionOf, partitionCount: config.partitionCount })
  const stores = { database: emptyDatabase, hot }
  let nodes = 0
  const none = { commands: 0, events: 0 }
  // Of Kafka, where an embedded log has nothing to count.
  const counters: LogCounters = { produces: none, fetches: none, looks: none, handedOver: none }
  const backbone: Backbone = {
    config,
    logger: silentLogger,
    log,
    logCounters: () => counters,
    appendCommand: (command) => log.appendCommand(command),
    views: viewPortsOf(stores),
    startProjector: (metrics) => startProjectorRole({ config, logger: silentLogger, log, ...stores }, metrics),
    credentials: openSqliteCredentialStore(join(dir, 'credentials.sqlite')),
    owners: ownersOf(config, log),
    link: () => hub.link(`node-${nodes++}`),
    presence: () => presence,
    parts: async () => [],
    close: () => log.close(),
  }
  const metrics = createMetrics({ roles: 'all' })
  measureBackbone(backbone, metrics)
  // Of the thread of embedded views, which there is none of here: test/e2e/views-thread.test.ts.
  metrics.add('views', async () => ({ loopBusySeconds: 0, heapUsedBytes: 0 }))
  const starts = [startProcessorRole, startDeliveryRole, startGatewayRole]
  const roles = [await backbone.startProjector(metrics)]
  try {
    for (const start of starts) roles.push(await start(backbone, metrics))
    const text = await metrics.text()
    return new Map(
      [...text.matchAll(/^# TYPE (skein_\w+) gauge$/gm)].map(([, name]) => [name!, { of: !text.includes(`\n${name}{roles="all"}`) }]),
    )
  } finally {
    for (const role of roles.reverse()) await role.stop()
    await backbone.close()
  }
}

test('every metric that a page names is exported, with a label where it says so', async (t) => {
  const exported = await metricsExported(t)
  const named = pages.flatMap(metricsNamed)
  const ofRunbook = named.filter(({ page }) => page === 'docs/operating/runbook.md').length
  assert.ok(ofRunbook >= 30, `${ofRunbook} found`)
  const wrong = named.filter(({ metric, of }) => !exported.has(metric) || (of && !exported.get(metric)!.of))
  assert.deepEqual(wrong, [])
})
