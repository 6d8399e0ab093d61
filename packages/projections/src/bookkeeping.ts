// Events that only the machinery reads: nobody is shown anything of them.
import type { Audience, EventsOf, EventViews } from './event-view.ts'

const nobody = (): Audience => ({ to: 'nobody' })

export const bookkeepingViews: EventViews<EventsOf<'partition' | 'any'>> = {
  PartitionClaimed: { item: null, notice: null, audience: nobody },
  CommandsDone: { item: null, notice: null, audience: nobody },
  CommandAnswered: { item: null, notice: null, audience: nobody },
  CommandRefused: { item: null, notice: null, audience: nobody },
}
