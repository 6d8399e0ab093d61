// Random schedules of what happens to a group and to those who deliver it: people come and go, processes end, frames are lost, views lag and fail.
import fc from 'fast-check'
import { people } from './group-log.ts'
import { Town, type TownOptions } from './group-town.ts'

const person = fc.constantFrom(...people)
const at = fc.constantFrom(0, 1)

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('say' as const) }) },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('add' as const), who: fc.subarray(people.slice(1), { minLength: 1, maxLength: 4 }) }),
  },
  { weight: 7, arbitrary: fc.record({ do: fc.constant('remove' as const), who: person }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('leave' as const), who: person }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('login' as const), at, who: person }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('logout' as const), at, which: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restart gateway' as const), at }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('restart delivery' as const), back: fc.nat(3) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('lose' as const), at }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('view' as const), is: fc.constantFrom('lags', 'lags', 'down', 'well') }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('turns' as const), count: fc.integer({ min: 1, max: 6 }) }) },
)

/** Of gateways, as few people and little time as there are: members are told in turns, wait for more of their kind, and are more than is kept. */
export const gatewayLimits = fc.record({
  toldPerTurn: fc.integer({ min: 1, max: 3 }),
  joinsEveryMs: fc.constantFrom(0, 3),
  crowdEveryMs: fc.constantFrom(0, 0, 3),
  crowdMembersMin: fc.constantFrom(1, 3),
  groupHeldBytesMax: fc.constantFrom(600, 33_554_432),
  queuedBytesSoft: fc.constantFrom(600, 262_144),
  groupWaitingBytesMax: fc.constantFrom(600, 262_144),
  tellingBytesMax: fc.constantFrom(600, 33_554_432),
})

export const schedule = fc.array(step, { minLength: 20, maxLength: 80 })

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** `lose` has frames for a node lost. */
export async function perform(town: Town, said: Step, lose: (town: Town, node: string) => void = loseNext): Promise<void> {
  const { log, gateways } = town
  switch (said.do) {
    case 'say':
      log.say()
      break
    case 'add':
      log.add(...said.who)
      break
    case 'remove':
      log.remove(said.who)
      break
    case 'leave':
      log.leave(said.who)
      break
    case 'login':
      await gateways[said.at]!.login(said.who)
      break
    case 'logout': {
      const gateway = gateways[said.at]!
      const client = [...gateway.clients.values()][said.which]
      if (client !== undefined) await gateway.logout(client)
      break
    }
    case 'restart gateway':
      await town.restartGateway(said.at)
      break
    case 'restart delivery':
      await town.restartDelivery(said.back)
      break
    case 'lose':
      lose(town, gateways[said.at]!.incarnation)
      break
    case 'view':
      log.view.down = said.is === 'down'
      log.view.checkpoint = said.is === 'lags' ? log.end : Number.POSITIVE_INFINITY
      break
    case 'turns':
      for (let i = 0; i < said.count; i++) await new Promise(setImmediate)
  }
}

/** The next frame with something in it. */
function loseNext({ hub }: Town, lost: string): void {
  hub.loseFrames((node, frame) => {
    if (node !== lost || frame.deliveries.length === 0) return false
    hub.loseFrames(null)
    return true
  })
}

/** Five are in: the group is large. */
export async function founded(options: TownOptions): Promise<Town> {
  const town = new Town(options)
  for (const gateway of [0, 1]) await town.restartGateway(gateway)
  town.log.found(['bob', 'cyd', 'dan', 'eve'])
  await town.restartDelivery()
  await town.settled()
  return town
}
