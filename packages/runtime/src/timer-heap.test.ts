// The heap of what is to come: whatever goes in and out in whatever order, the first is the soonest.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Heaped, TimerHeap } from './timer-heap.ts'

test('the first is the soonest of those that are in it, and those that are taken out are in it no more', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ at: fc.nat(20), out: fc.boolean(), which: fc.nat() }), { maxLength: 200 }), (steps) => {
      const heap = new TimerHeap<Heaped>()
      const inside: Heaped[] = []
      for (const { at, out, which } of steps) {
        if (out && inside.length > 0) {
          const [element] = inside.splice(which % inside.length, 1)
          heap.remove(element!)
          heap.remove(element!)
        } else {
          const element = { at, place: -1 }
          inside.push(element)
          heap.add(element)
        }
        assert.equal(heap.first?.at, inside.length === 0 ? undefined : Math.min(...inside.map((each) => each.at)))
      }
      while (heap.first !== undefined) {
        assert.equal(heap.first.at, Math.min(...inside.map((each) => each.at)))
        inside.splice(inside.indexOf(heap.first), 1)
        heap.remove(heap.first)
      }
      assert.deepEqual(inside, [])
    }),
  )
})
