// Who ends a server: its starter's death, however it comes; and nobody ends a stranger that happens to have its process id.

import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { after, before, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { startRedis } from '../src/index.ts'
import { isRunning, sendSignal } from '../src/process-table.ts'
import { readServerState, writeServerState } from '../src/server-state.ts'

const index = new URL('../src/index.ts', import.meta.url).href
let dir: string

before(async () => {
  dir = await mkdtemp(`${tmpdir()}/skein-ownership-`)
})
after(() => rm(dir, { recursive: true, force: true }))

for (const signal of ['SIGKILL', 'SIGTERM', 'SIGINT'] as const) {
  test(`a server dies with its starter on ${signal}`, async () => {
    const { starter, pid } = await startElsewhere(`${dir}/${signal}`, true)
    starter.kill(signal)
    await once(starter, 'exit')
    await until(async () => !(await isRunning(pid, dir)))
  })
}

test('an unsupervised server outlives its starter and is found again', async () => {
  const { starter, pid } = await startElsewhere(`${dir}/lasting`, false)
  starter.kill('SIGKILL')
  await once(starter, 'exit')
  const server = await startRedis({ dir: `${dir}/lasting`, supervised: false })
  assert.equal(server.pid, pid)
  await server.stop()
  assert.equal(await isRunning(pid, dir), false)
})

test('a process that got the id of a dead server is left alone', async () => {
  const server = await startRedis({ dir: `${dir}/recycled` })
  await server.stop()
  const stranger = spawn('sleep', ['60'], { stdio: 'ignore' })
  const state = await readServerState(server.dir)
  await writeServerState(server.dir, { ...state!, pid: stranger.pid })
  const again = await startRedis({ dir: server.dir })
  assert.notEqual(again.pid, stranger.pid)
  await again.remove()
  assert.equal(sendSignal(stranger.pid!, 0), true)
  assert.equal(stranger.exitCode ?? stranger.signalCode, null)
  stranger.kill()
})

test('a server that cannot start says why', async () => {
  const first = await startRedis({ dir: `${dir}/first` })
  await assert.rejects(startRedis({ dir: `${dir}/second`, port: first.port }), /redis ended while starting[\s\S]*Address already in use/)
  await first.remove()
})

async function startElsewhere(serverDir: string, supervised: boolean) {
  const options = JSON.stringify({ dir: serverDir, supervised })
  const program = `import { startRedis } from ${JSON.stringify(index)}
    const server = await startRedis(${options})
    console.log(server.pid)
    setInterval(() => {}, 1000)`
  const starter = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = (await once(starter.stdout, 'data')) as [Buffer]
  const pid = Number(line.toString())
  assert.equal(await isRunning(pid, serverDir), true)
  return { starter, pid }
}

async function until(condition: () => Promise<boolean>, timeoutMs = 30_000): Promise<void> {
  for (const deadline = performance.now() + timeoutMs; !(await condition()); await delay(20)) {
    if (performance.now() > deadline) assert.fail(`not within ${timeoutMs} ms`)
  }
}
