// The end-to-end suite: what people can rely on, told through the public faces (HTTP, SDK over WebSocket and TCP, command
// line, another language), the same on every way to run the product. One installation serves the whole suite; each test
// has an app of its own, so that none sees the others' people.
import { after, before, describe } from 'node:test'
import type { Installation } from './installation.ts'
import { accounts } from './suite/accounts.ts'
import { broadcasts } from './suite/broadcasts.ts'
import { catchingUp } from './suite/catching-up.ts'
import { conversations } from './suite/conversations.ts'
import { deletes } from './suite/deletes.ts'
import { fairness } from './suite/fairness.ts'
import { groupSettings } from './suite/group-settings.ts'
import { groups } from './suite/groups.ts'
import { hostilePackets } from './suite/hostile-packets.ts'
import { hostileRoutes } from './suite/hostile-routes.ts'
import { joining } from './suite/joining.ts'
import { joiningRaces } from './suite/joining-races.ts'
import { largeGroups } from './suite/large-groups.ts'
import { memberRaces } from './suite/member-races.ts'
import { membership } from './suite/membership.ts'
import { messageControl } from './suite/message-control.ts'
import { messageRaces } from './suite/message-races.ts'
import { programs } from './suite/programs.ts'
import { relations } from './suite/relations.ts'
import { secrets } from './suite/secrets.ts'

type Part = (open: () => Installation) => void

/** What is asked of an installation: by people who are there at the same time, and then by those who want it to themselves. */
export interface Suite {
  readonly together: readonly Part[]
  readonly alone: readonly Part[]
}

/** Tests of people who are there at the same time: they wait for one another's messages far more than for a core. */
const atOnce = 3

const conversing: readonly Part[] = [
  accounts,
  conversations,
  groups,
  groupSettings,
  largeGroups,
  joining,
  joiningRaces,
  memberRaces,
  membership,
  messageControl,
  messageRaces,
  deletes,
  relations,
  broadcasts,
  catchingUp,
  programs,
]
/** What people do, and that no secret of theirs is written down meanwhile. */
export const people: Suite = { together: conversing, alone: [secrets] }
/** And beside them those who mean harm, or take more than their share. */
export const everybody: Suite = { together: conversing, alone: [hostilePackets, hostileRoutes, fairness, secrets] }

/** `more` holds what only this installation can show; it runs after the suite. */
export function endToEnd<I extends Installation>(
  name: string,
  start: () => Promise<I>,
  suite: Suite,
  more: (open: () => I) => void = () => {},
): void {
  describe(name, () => {
    let installation: I | undefined
    const open = (): I => {
      if (!installation) throw new Error(`${name} was not started`)
      return installation
    }
    before(async () => {
      installation = await start()
    })
    after(async () => {
      await installation?.close()
    })
    describe('people at the same time', { concurrency: atOnce }, () => {
      for (const part of suite.together) part(open)
    })
    for (const part of suite.alone) part(open)
    more(open)
  })
}
