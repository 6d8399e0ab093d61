// Policies of apps on a whole installation that named its apps and was told no key: operators find theirs in its data directory, lower
// limits of one app and raise them again, by the `skein` command; people notice within seconds, in that app alone.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { SkeinError } from '@skein/client'
import { type Embedded, startEmbedded } from './installation.ts'
import { between, openWorld, sees, type World } from './people.ts'

const command = fileURLToPath(new URL('../../packages/cli/bin/skein.js', import.meta.url))

/** People of an app, and what one of them may do there. */
async function peopleOf(world: World) {
  const [ann, ben, cyd] = [await world.register('ann'), await world.register('ben'), await world.register('cyd')]
  const { client } = await world.device(ann)
  return {
    say: () => said(client.send(between(ann, ben), 'hello')),
    /** How many of three are in. */
    gather: async () => {
      const { memberCount, refused } = await client.createGroup({ name: 'team', memberIds: [ben.userId, cyd.userId] })
      return [memberCount, ...refused.map(({ code }) => code)].join(' ')
    },
  }
}

const said = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'done',
    (error) => (error instanceof SkeinError ? error.message : Promise.reject(error)),
  )

describe('policies of apps', () => {
  let installation: Embedded
  before(async () => {
    installation = await startEmbedded({ SKEIN_APPS: 'shop,bank,*' })
  })
  after(() => installation.close())

  /** `skein app policy` with the key of this installation. */
  function policy(app: string, ...args: string[]) {
    const key = readFileSync(join(installation.dataDir, 'operator-key'), 'utf8')
    const env = { PATH: '/usr/bin:/bin', SKEIN_OPERATOR_KEY: key }
    const run = spawnSync(process.execPath, [command, 'app', 'policy', app, '--api', installation.apis[0]!, ...args], {
      env,
      encoding: 'utf8',
      timeout: 120_000,
    })
    return { code: run.status, out: run.stdout, errors: run.stderr }
  }

  test('limits lowered for one app hold there within seconds and nowhere else, and no longer once they are raised', async (t) => {
    const [shop, bank] = [await peopleOf(openWorld(t, installation, 'shop')), await peopleOf(openWorld(t, installation, 'bank'))]
    for (const { say, gather } of [shop, bank]) assert.deepEqual([await say(), await gather()], ['done', '3'])
    for (const [bytes, members, gathered] of [
      [4, 2, '2 GROUP_FULL'],
      [3, 1, '1 GROUP_FULL GROUP_FULL'],
    ]) {
      assert.equal(policy('shop', '--set', `bodyBytesMax=${bytes}`, `groupMembersMax=${members}`).code, 0)
      await sees('messages are held to it', async () => (await shop.say()) === `TOO_LARGE: bodyBytesMax ${bytes}, asked 5`)
      await sees('groups are held to it', async () => (await shop.gather()) === gathered)
      assert.deepEqual([await bank.say(), await bank.gather()], ['done', '3'])
    }
    assert.equal(policy('shop', '--unset', 'bodyBytesMax', '--set', 'groupMembersMax=3').code, 0)
    await sees('messages are let through', async () => (await shop.say()) === 'done')
    await sees('groups are let through', async () => (await shop.gather()) === '3')
  })

  test('the command shows what holds, and keeps what it was not told to change', () => {
    const untouched = policy('bank')
    assert.equal(untouched.code, 0, untouched.errors)
    const [head, ...rows] = untouched.out.trimEnd().split('\n')
    assert.match(head!, /^limit +value +default +ceiling$/)
    assert.ok(rows.some((row) => /^revokeWindowMs +120000 +120000 +2592000000$/.test(row)))
    assert.equal(policy('bank', '--set', 'attachmentsMax=3', '--set', 'revokeWindowMs=0').code, 0)
    const table = policy('bank', '--unset', 'revokeWindowMs').out
    assert.match(table, /^attachmentsMax +3 +16 +16 +set$/m)
    assert.match(table, /^revokeWindowMs +120000 +120000 +2592000000$/m)
    const { limits } = JSON.parse(policy('bank', '--json').out)
    assert.deepEqual(limits.attachmentsMax, { value: 3, default: 16, ceiling: 16, own: true })
  })

  test('what cannot be is one line that says what can', () => {
    for (const [args, errors] of [
      [['bank', '--set', 'attachmentsMax=17'], /^INVALID_ARGUMENT: .*attachmentsMax is 0 to 16, asked 17.*\n$/],
      [['bank', '--set', 'nothing=1'], /^INVALID_ARGUMENT: .*an app may set bodyBytesMax, .*\n$/],
      [['bank', '--unset', 'nothing'], /^INVALID_ARGUMENT: --unset nothing: an app may set bodyBytesMax, .*\n$/],
      [['pub'], /^APP_NOT_FOUND: .*\n$/],
      [['bank', '--operator-key', 'another'], /^FORBIDDEN: .*the operator key is wrong.*\n$/],
    ] as const) {
      const [app, ...rest] = args
      const run = policy(app, ...rest)
      assert.equal(run.code, 1)
      assert.match(run.errors, errors)
    }
  })

  test('a start on the same data registers nobody anew, and the policies stay', async () => {
    assert.equal(policy('bank', '--set', 'attachmentsMax=5').code, 0)
    await installation.restart('SIGTERM')
    assert.match(policy('bank').out, /^attachmentsMax +5 +16 +16 +set$/m)
  })
})
