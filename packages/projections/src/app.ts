// What the events of apps become: nobody is told; rules read the policy.
import type { Audience, EventsOf, EventViews } from './event-view.ts'

const nobody = (): Audience => ({ to: 'nobody' })

export const appViews: EventViews<EventsOf<'app'>> = {
  AppRegistered: { item: null, notice: null, audience: nobody },
  AppPolicyChanged: { item: null, notice: null, audience: nobody },
}
