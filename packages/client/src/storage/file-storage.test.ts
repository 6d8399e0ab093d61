// What was confirmed is there after a restart, in the order of its keys, whatever became of the writes after it; a torn last line is not, and
// harms nothing.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFile, type FileHandle, mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import test, { type TestContext } from 'node:test'
import { fileStorage } from './file-storage.ts'

async function path(t: TestContext): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'skein-storage-'))
  t.after(() => rm(directory, { recursive: true }))
  return join(directory, 'deep/er/device.jsonl')
}

test('values survive, deletions too, and a torn line is dropped', async (t) => {
  const file = await path(t)
  const first = await fileStorage(file)
  await Promise.all([first.set('b/2', 'two\nlines'), first.set('b/1', 'one'), first.set('a', 'x'), first.delete('a')])
  await first.close?.()
  await appendFile(file, '0a1b2c3d ["b/3","never confi')
  const second = await fileStorage(file)
  assert.equal(await second.get('a'), undefined)
  assert.deepEqual(await second.list('b/'), [
    ['b/1', 'one'],
    ['b/2', 'two\nlines'],
  ])
  await second.set('c', 'after the torn line')
  await second.close?.()
  const third = await fileStorage(file)
  assert.equal(await third.get('c'), 'after the torn line')
  await third.close?.()
})

test('a journal that is mostly history is rewritten', async (t) => {
  const file = await path(t)
  const storage = await fileStorage(file)
  for (let i = 0; i < 1_500; i += 1) void storage.set('counter', String(i))
  await storage.set('counter', 'last')
  await storage.close?.()
  assert.ok((await readFile(file, 'utf8')).split('\n').length < 10)
  const again = await fileStorage(file)
  assert.equal(await again.get('counter'), 'last')
  await again.close?.()
})

/** Every handle of a file, as what is opened here makes them. */
async function handles(): Promise<Pick<FileHandle, 'appendFile' | 'datasync' | 'truncate'>> {
  const handle = await open(new URL(import.meta.url).pathname)
  await handle.close()
  return Object.getPrototypeOf(handle)
}

// A disk that was full for a moment took a part of a line. The next one was written behind that part, both were unreadable, and no device came
// up with the file again: what had been confirmed before was lost as well.
for (const call of ['appendFile', 'datasync', 'truncate'] as const) {
  test(`a disk that is full for a moment costs what it refused, and nothing else (${call})`, async (t) => {
    const file = await path(t)
    const storage = await fileStorage(file)
    await storage.set('a', 'confirmed before')
    await storage.set('b', 'what it was')
    const prototype = await handles()
    const full = () => Promise.reject(Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' }))
    t.mock.method(prototype, 'appendFile', async function (this: FileHandle, text: string) {
      await this.write(text.slice(0, text.length / 2))
      if (call !== 'datasync') return full()
    })
    if (call !== 'appendFile') t.mock.method(prototype, call, full)
    const refused = [storage.set('b', 'refused'), storage.set('c', 'refused')]
    for (const write of refused) await assert.rejects(write, { code: 'ENOSPC' })
    assert.deepEqual([await storage.get('b'), await storage.get('c')], ['what it was', undefined])
    t.mock.restoreAll()
    await storage.set('d', 'confirmed after')
    await storage.close?.()
    const again = await fileStorage(file)
    assert.deepEqual(await again.list(''), [
      ['a', 'confirmed before'],
      ['b', 'what it was'],
      ['d', 'confirmed after'],
    ])
    await again.close?.()
    assert.ok(!(await readdir(dirname(file))).includes('device.jsonl.damaged'))
  })
}

test('a line that is not as it was written is passed over, and the file kept beside', async (t) => {
  const file = await path(t)
  const first = await fileStorage(file)
  for (const key of ['a', 'b', 'c']) await first.set(key, `at ${key}`)
  await first.close?.()
  const found = (await readFile(file, 'utf8')).replace('at b', 'at x')
  await writeFile(file, found)
  const second = await fileStorage(file)
  assert.deepEqual(await second.list(''), [
    ['a', 'at a'],
    ['c', 'at c'],
  ])
  await second.close?.()
  assert.equal(await readFile(`${file}.damaged`, 'utf8'), found)
})

test('the directory is synced once a new file is in the place of the old', async (t) => {
  // A rename that was in no synced directory was taken back by a power failure, and with it what had been confirmed since.
  const file = await path(t)
  const steps: string[] = []
  const prototype = (await handles()) as FileHandle
  const { sync } = prototype
  t.mock.method(prototype, 'sync', async function (this: FileHandle) {
    steps.push((await this.stat()).isDirectory() ? 'directory' : 'file')
    return sync.call(this)
  })
  const storage = await fileStorage(file)
  await storage.close?.()
  assert.deepEqual(steps, ['directory'])
})

// Two terminals on one file each rewrote it as they knew it: what the other had stored was gone.
test('a second process is refused while the first has the file, and has what it left once it was killed', async (t) => {
  const file = await path(t)
  const program = `
    const { fileStorage } = await import(${JSON.stringify(new URL('file-storage.ts', import.meta.url).href)})
    const storage = await fileStorage(${JSON.stringify(file)})
    await storage.set('outbox/1', 'typed in the first')
    console.log('stored')
    // Refers to it, as a client does: what nobody refers to is collected, and its file with it.
    setInterval(() => storage.get('outbox/1'), 1_000)`
  const { NODE_TEST_CONTEXT: _, ...env } = process.env
  const first = spawn(process.execPath, ['--input-type=module', '--eval', program], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  t.after(() => first.kill('SIGKILL'))
  await once(first.stdout, 'data')
  await assert.rejects(fileStorage(file), { code: 'STORAGE_IN_USE', retriable: true })
  first.kill('SIGKILL')
  await once(first, 'exit')
  const second = await fileStorage(file)
  assert.deepEqual(await second.list('outbox/'), [['outbox/1', 'typed in the first']])
  await assert.rejects(fileStorage(file), { code: 'STORAGE_IN_USE' }, 'nor by the same process twice')
  await second.close?.()
})
