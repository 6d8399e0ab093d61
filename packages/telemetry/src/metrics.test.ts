// Numbers of another thread are asked for at each scrape: while nothing answered, the last ones stood there as if they were of now.
import assert from 'node:assert/strict'
import test from 'node:test'
import { createMetrics } from './metrics.ts'

test('what is asked of elsewhere is exported as it comes, and gone while nothing answers', async () => {
  const metrics = createMetrics({ roles: 'all' })
  let answer: () => Promise<object> = async () => ({ events: 3, lag: { 7: 2 } })
  metrics.add('far', () => answer())
  metrics.add('near', () => ({ events: 1 }))
  const told = async () =>
    [...(await metrics.text()).matchAll(/^(skein_(?:far|near)\S*) (\S+)$/gm)].map(([, name, value]) => `${name} ${value}`)
  const near = 'skein_near_events{roles="all"} 1'
  const far = ['skein_far_events{roles="all"} 3', 'skein_far_lag{of="7",roles="all"} 2']
  assert.deepEqual((await told()).sort(), [...far, near].sort())
  answer = () => Promise.reject(new Error('no answer'))
  assert.deepEqual(await told(), [near])
  answer = async () => ({ events: 4 })
  assert.deepEqual((await told()).sort(), ['skein_far_events{roles="all"} 4', near])
})
