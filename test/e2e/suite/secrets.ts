// Credentials are in no log: passwords and tokens are planted by the bare use of the product, and looked for in every
// byte of every topic (or of the embedded log's file) and in every line the processes have printed. Runs last.
import assert from 'node:assert/strict'
import test from 'node:test'
import type { Installation } from '../installation.ts'
import { between, openWorld } from '../people.ts'

export function secrets(open: () => Installation): void {
  test('no password, hash or token is in the log or in what the processes print', async (t) => {
    const installation = open()
    const world = openWorld(t, installation)
    const planted = { password: 'Planted-Secret-4711-öäü', wrong: 'Wrong-Secret-0815-öäü', spoken: 'Spoken-Aloud-1234' }
    const { status, body } = await world.http('POST', 'users', { body: { userName: 'ann', password: planted.password } })
    assert.equal(status, 201)
    const ann = { userName: 'ann', password: planted.password, userId: String(body.userId) }
    const token = await world.login(ann)
    await world.http('POST', 'sessions', { body: { ...ann, password: planted.wrong, deviceId: 'phone', platform: 'test' } })
    await world.http('POST', 'users', { body: { userName: 'ann', password: planted.wrong } })
    const annHere = await world.device(ann, { token })
    await annHere.client.send(between(ann, ann), planted.spoken)
    await world.http('DELETE', 'sessions/current', { token })

    const written = await installation.written()
    assert.ok(written.size > 1, [...written.keys()].join())
    const holding = (text: string) => [...written].filter(([, bytes]) => bytes.includes(text)).map(([name]) => name)
    assert.notDeepEqual(holding(planted.spoken), [], 'what was said is found: the search works')
    for (const secret of [planted.password, planted.wrong, token, token.split('.')[2]!, '$argon2', installation.tokenSecret]) {
      assert.deepEqual(holding(secret), [], `${secret.slice(0, 6)}... is nowhere`)
    }
    const lines = [...written].filter(([name]) => name.endsWith('.log'))
    assert.ok(lines.length > 0)
    for (const [name, bytes] of lines) assert.ok(!bytes.includes(planted.spoken), `what people say is not in ${name}`)
  })
}
