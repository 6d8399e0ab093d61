// The clock of a server is set back by an hour while people write, and set right again: nothing is lost, and devices that saw it happen list
// their conversations as the server does, and as a device that comes afterwards.
import assert from 'node:assert/strict'
import test from 'node:test'
import { clockFlags, clockStepMs } from '../load/clock-step.ts'
import { startEmbedded } from './installation.ts'
import { assertDense, between, type Device, openWorld, sees } from './people.ts'

const acrossTheStep = 40

// On the device that saw the step the newest conversation was one from before it, until the hour was over.
test('conversations stand in the order of the server whichever way its clock is set', { timeout: 120_000 }, async (t) => {
  const installation = await startEmbedded({ NODE_OPTIONS: clockFlags.join(' ') })
  t.after(() => installation.close())
  const setClock = () => installation.process.kill('SIGUSR2')
  const world = openWorld(t, installation)
  const [ann, ben, cem] = [await world.register('ann'), await world.register('ben'), await world.register('cem')]
  const [annHere, benHere] = [await world.device(ann), await world.device(ben)]
  const [withBen, withCem] = [between(ann, ben), between(ann, cem)]
  const listed = ({ client }: Device) =>
    client
      .sessions()
      .sort((a, b) => b.lastActivityAtMs - a.lastActivityAtMs)
      .map(({ conversationId, lastActivityAtMs }) => ({ conversationId, lastActivityAtMs }))
  /** By all who see them: one who saw the step, one who comes now. */
  const order = async (deviceId: string) => {
    const fresh = await world.device(ann, { deviceId })
    await sees('the views have it', () => fresh.client.lastSeq(withBen) === annHere.client.lastSeq(withBen))
    await sees('the views have it', () => fresh.client.lastSeq(withCem) === annHere.client.lastSeq(withCem))
    assert.deepEqual(listed(annHere), listed(fresh))
    return listed(annHere).map(({ conversationId }) => conversationId)
  }

  const { sentAtMs: before } = await annHere.client.send(withBen, 'before')
  await annHere.client.send(withCem, 'before')
  assert.deepEqual(await order('one'), [withCem, withBen])

  const across = Array.from({ length: acrossTheStep }, (_, i) => annHere.client.send(withBen, `across ${i}`))
  await across[0]
  setClock()
  await Promise.all(across)
  await annHere.client.send(withCem, 'after')
  const { sentAtMs: after } = await annHere.client.send(withBen, 'after')
  assert.ok(before - after > clockStepMs / 2, 'the clock was set back')
  assert.deepEqual(await order('two'), [withBen, withCem])

  setClock()
  await annHere.client.send(withCem, 'right again')
  assert.deepEqual(await order('three'), [withCem, withBen])
  await benHere.hears('after')
  assert.equal(assertDense(benHere, withBen), acrossTheStep + 2)
})
