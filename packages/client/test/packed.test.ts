// The packed tarball in an empty project: complete, typed, and chatting.
import assert from 'node:assert/strict'
import test from 'node:test'
import { startFakeDeployment } from './fake-deployment.ts'
import { browserBundle, installPacked } from './packed-project.ts'

test('the packed tarball needs nothing else, has types, and chats', { timeout: 120_000 }, async (t) => {
  const d = await startFakeDeployment()
  t.after(() => d.stop())
  const project = await installPacked()
  t.after(() => project.remove())
  assert.deepEqual(await project.installed(), ['@skein/client'])
  await project.typeCheck()
  const lines = await project.chat({ apiUrl: d.api.url, appId: 'demo' })
  const said = { heard: 'hello from a tarball', answer: 'and back', replyTo: 1, seq: 2 }
  assert.deepEqual(lines, [
    { transport: 'ws', ...said },
    { transport: 'tcp', ...said },
  ])
  // A browser resolves no bare name: what is imported statically must be inside.
  assert.doesNotMatch(await browserBundle(project), /(^|[;\n])import[^(]*['"]/)
})
