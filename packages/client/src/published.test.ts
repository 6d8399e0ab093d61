// What is published of this package, built whole and compiled against as by a stranger: a type that is shown and not exported, a file of
// contracts that is missing, or a byte too many is found here, in seconds. That it can be packed and installed, and chats, is for
// packages/client/test/packed.test.ts.
import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { buildClient } from '../build/build.ts'
import { compileAgainst } from '../test/packed-compilation.ts'

test('the published package is built within its limits, and its declarations are whole', async (t) => {
  const directory = await mkdtemp(join(tmpdir(), 'skein-published-'))
  t.after(() => rm(directory, { recursive: true }))
  await writeFile(join(directory, 'package.json'), JSON.stringify({ type: 'module' }))
  const built = await buildClient(join(directory, 'node_modules/@skein/client'))
  const { types } = JSON.parse(await readFile(join(built, 'package.json'), 'utf8')) as { types: string }
  assert.match(await readFile(join(built, types), 'utf8'), /createClient/)
  await compileAgainst(directory)
})
