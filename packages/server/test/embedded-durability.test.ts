// The embedded views are never synced to disk, and the only password hashes stood in them: after a power failure a torn control file was
// opened first by every command, none recovered, and whoever deleted the views to have them made anew had locked everybody out.
import assert from 'node:assert/strict'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { type TestContext } from 'node:test'
import { createLogger, createMetrics, silentLogger } from '@skein/telemetry'
import { eventually } from '@skein/testing'
import { startApiRole } from '../src/api-role.ts'
import { readConfig } from '../src/config.ts'
import { openEmbeddedBackbone } from '../src/embedded-backbone.ts'
import { openEmbeddedViews } from '../src/embedded-views.ts'
import { rebuildViews } from '../src/rebuild-views.ts'
import { startRoles } from '../src/role-process.ts'
import { verifyViews } from '../src/verify-views.ts'

const app = 'demo'
const ann = { userName: 'ann', password: 'a password of ann' }

function newDirectory(t: TestContext): string {
  const dir = mkdtempSync(join(tmpdir(), 'skein-durable-'))
  t.after(() => rmSync(dir, { recursive: true }))
  return join(dir, 'data')
}

const configOf = (dataDir: string) =>
  readConfig({
    SKEIN_DATA_DIR: dataDir,
    SKEIN_API_PORT: '0',
    SKEIN_WS_PORT: '0',
    SKEIN_TCP_PORT: '0',
    SKEIN_PARTITIONS: '2',
    SKEIN_LOG_LEVEL: 'error',
  })

async function post(url: string, body: object): Promise<number> {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  await response.body?.cancel()
  return response.status
}

/** Serves for as long as `use` takes. */
async function serving(dataDir: string, use: (api: string) => Promise<void>): Promise<void> {
  const running = await startRoles(configOf(dataDir))
  try {
    await use(running.ready.api!)
  } finally {
    await running.stop()
  }
}

/** As it is after power failed between the writes of its two halves. */
function tearControlFile(dataDir: string): void {
  const file = join(dataDir, 'views', 'global', 'pg_control')
  writeFileSync(file, readFileSync(file).fill(0, 0, 256))
}

test('passwords outlive the views, and views that do not open are moved aside and made anew, by start and by rebuild-views', async (t) => {
  const dataDir = newDirectory(t)
  const login = (api: string) => post(`${api}/v1/${app}/sessions`, { ...ann, deviceId: 'phone', platform: 'test' })
  await serving(dataDir, async (api) => {
    assert.equal(await post(`${api}/v1/${app}/users`, { ...ann, displayName: 'Ann' }), 201)
    assert.equal(await login(api), 201)
  })
  tearControlFile(dataDir)
  await assert.rejects(verifyViews(configOf(dataDir), { json: true }), { code: 'CONFIG', message: /do not open .*rebuild-views/s })
  await serving(dataDir, async (api) => assert.equal(await login(api), 201))
  assert.ok(existsSync(join(dataDir, 'views.aside', 'global')))

  tearControlFile(dataDir)
  await rebuildViews(configOf(dataDir), { json: true })
  assert.equal(await verifyViews(configOf(dataDir), { json: true }), 0)

  rmSync(join(dataDir, 'views'), { recursive: true })
  await serving(dataDir, async (api) => {
    assert.equal(await login(api), 201)
    assert.equal(await post(`${api}/v1/${app}/users`, { ...ann, password: 'another horse', displayName: 'Ann' }), 409)
  })
})

test('views are made anew when the machine ended while they were open, though they open; not when only the process did', async (t) => {
  const dataDir = newDirectory(t)
  await (await openEmbeddedBackbone(configOf(dataDir), silentLogger)).close()
  const lines: string[] = []
  const logger = createLogger({ level: 'warn', write: (line) => lines.push(line) })
  const views = (bootId: string) => openEmbeddedViews({ dataDir, logger, damaged: 'replace', bootId })
  const mark = 'CREATE TABLE IF NOT EXISTS public.mark (id int)'
  const marks = `SELECT FROM pg_tables WHERE tablename = 'mark'`

  const first = await views('boot 1')
  await first.query(mark)
  // What a process that is killed leaves, while this one still has the original open.
  const killed = `${dataDir}.killed`
  cpSync(dataDir, killed, { recursive: true })
  await first.close()
  const closed = await views('boot 2')
  assert.deepEqual([(await closed.query(marks)).count, lines], [1, []], 'what was closed is on disk, whatever happened to the machine')
  await closed.close()

  const reopen = (bootId: string) => openEmbeddedViews({ dataDir: killed, logger, damaged: 'replace', bootId })
  const sameBoot = await reopen('boot 1')
  assert.deepEqual([(await sameBoot.query(marks)).count, lines], [1, []])
  cpSync(killed, `${killed}.again`, { recursive: true })
  await sameBoot.close()
  const again = await openEmbeddedViews({ dataDir: `${killed}.again`, logger, damaged: 'replace', bootId: 'boot 2' })
  assert.equal((await again.query(marks)).count, 0)
  assert.equal(lines.length, 1)
  assert.match(lines[0]!, /the machine ended while they were open.*the views are made anew from the log/)
  await again.close()
})

test('a secret that was lost with the power is said, and nothing is signed with what is left of it', async (t) => {
  const dataDir = newDirectory(t)
  configOf(dataDir)
  assert.ok(readdirSync(dataDir).includes('token-secret'))
  writeFileSync(join(dataDir, 'token-secret'), '')
  assert.throws(() => configOf(dataDir), { code: 'CONFIG', message: /token-secret holds no secret/ })
})

// Credentials that were put back from an older backup than the log's served everybody but those who had registered since: their passwords were
// wrong all of a sudden, their names taken, and nobody said why.
test('credentials that are older than the log are told of at the start, also where the views are made anew', async (t) => {
  const dataDir = newDirectory(t)
  const file = join(dataDir, 'credentials.sqlite')
  const register = (userName: string) => (api: string) =>
    post(`${api}/v1/${app}/users`, { userName, displayName: userName, password: `a password of ${userName}` })
  await serving(dataDir, async (api) => assert.equal(await register('ann')(api), 201))
  const older = readFileSync(file)
  await serving(dataDir, async (api) => {
    for (const userName of ['bob', 'cyd']) assert.equal(await register(userName)(api), 201)
  })
  const newer = readFileSync(file)
  const asNew = { level: 20, msg: 'the newest users of the log have credentials', ofNewest: 3 }
  assert.deepEqual(await saidOfCredentials(dataDir), asNew)
  for (const views of ['as they were', 'made anew']) {
    writeFileSync(file, older)
    if (views === 'made anew') rmSync(join(dataDir, 'views'), { recursive: true })
    const { msg, ...fields } = await saidOfCredentials(dataDir)
    assert.deepEqual(fields, { level: 50, missing: 2, ofNewest: 3 }, views)
    assert.match(String(msg), /^credentials are older than the log: .* put back credentials of the same moment as the log, or later$/)
  }
  writeFileSync(file, newer)
  assert.deepEqual(await saidOfCredentials(dataDir), asNew)
})

/** What the API says of them when it is started, beside a projector. */
async function saidOfCredentials(dataDir: string): Promise<Record<string, unknown>> {
  const lines: string[] = []
  const backbone = await openEmbeddedBackbone(configOf(dataDir), createLogger({ level: 'debug', write: (line) => lines.push(line) }))
  const roles = [await backbone.startProjector(createMetrics({})), await startApiRole(backbone)]
  try {
    const line = await eventually(() => lines.find((each) => /"msg":"[^"]*credentials/.test(each)), { what: 'a line about credentials' })
    const { level, msg, missing, ofNewest } = JSON.parse(line)
    return { level, msg, ofNewest, ...(missing === undefined ? {} : { missing }) }
  } finally {
    for (const role of roles.reverse()) await role.stop()
    await backbone.close()
  }
}
