// Ways into groups that are decided from two gateways at once: one of the two is done, the other refused as if it had come later.
import assert from 'node:assert/strict'
import test from 'node:test'
import { SkeinError } from '@skein/client'
import type { Installation } from '../installation.ts'
import { type Device, openWorld, sees } from '../people.ts'

/** Which of two that are asked at once is done; the other is refused with this code. */
async function oneOf(code: string, first: Promise<unknown>, second: Promise<unknown>): Promise<0 | 1> {
  const outcomes = await Promise.allSettled([first, second])
  assert.deepEqual(outcomes.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
  const refused = outcomes.find((outcome) => outcome.status === 'rejected')
  assert.ok(refused?.reason instanceof SkeinError && refused.reason.code === code, `${refused?.reason}`)
  return outcomes[0]!.status === 'fulfilled' ? 0 : 1
}

export function joiningRaces(open: () => Installation): void {
  test('ways in that are decided at two gateways at once come to one end, which everybody is told', async (t) => {
    const world = openWorld(t, open())
    const people = await Promise.all(['ann', 'ben', 'cem', 'dan', 'eve'].map((name) => world.register(name)))
    const devices = await Promise.all(people.map((person, i) => world.device(person, { node: i % 2, transport: i < 2 ? 'ws' : 'tcp' })))
    const [ann, ben, cem, dan, eve] = devices as [Device, Device, Device, Device, Device]
    const { conversationId: group } = await ann.client.createGroup({ name: 'team', memberIds: [ben.person.userId] })
    await ann.client.changeRole(group, ben.person.userId, 'admin')
    await ann.client.changeGroup(group, { joinBy: 'request' })
    const ended = [ann, ben].map(({ client }) => {
      const told: string[] = []
      client.on('joinRequestEnded', ({ userId }) => told.push(userId))
      return told
    })
    const isIn = async ({ client, person }: Device, what: boolean) => {
      if (what) await sees('they are in', () => client.session(group)?.role === 'member')
      await sees('everybody knows', async () => (await ann.client.isMember(group, person.userId)) === what)
    }

    for (const asker of [dan, eve]) await asker.client.requestToJoin(group)
    const letIn = await oneOf(
      'REQUEST_NOT_FOUND',
      ann.client.answerJoinRequest(group, dan.person.userId, true),
      ben.client.answerJoinRequest(group, dan.person.userId, false),
    )
    await isIn(dan, letIn === 0)
    await sees('whoever was late is told', () => ended[1 - letIn]!.includes(dan.person.userId))
    const withdrawn = await oneOf(
      'REQUEST_NOT_FOUND',
      eve.client.withdrawJoinRequest(group),
      ben.client.answerJoinRequest(group, eve.person.userId, true),
    )
    await isIn(eve, withdrawn === 1)
    await sees('the owner is told', () => ended[0]!.includes(eve.person.userId))
    assert.deepEqual((await ann.client.joinRequests(group)).requests, [])

    await ann.client.inviteToGroup(group, [cem.person.userId])
    const over: string[] = []
    cem.client.on('invitationEnded', ({ conversationId }) => over.push(conversationId))
    const accepted = await oneOf(
      'NOT_INVITED',
      cem.client.answerInvitation(group, true),
      ben.client.revokeInvitation(group, cem.person.userId),
    )
    await isIn(cem, accepted === 0)
    if (accepted === 1) await sees('the invited are told', () => over.includes(group))
    await sees('nothing waits', async () => (await cem.client.invitations()).invitations.length === 0)
  })
}
