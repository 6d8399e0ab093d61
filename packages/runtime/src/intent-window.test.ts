// The window of remembered intents: what leaves it moves its start, and nothing leaves that the view lacks.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { IntentWindow } from './intent-window.ts'

function windowOf(ageMaxMs = 1_000_000): IntentWindow<string> {
  const window = new IntentWindow<string>({ ageMaxMs })
  window.begin(100)
  return window
}

test('the first answer to an intent stands', () => {
  const window = windowOf()
  window.put('a', 'first', 1, 200)
  window.put('a', 'second', 2, 300)
  assert.equal(window.get('a'), 'first')
  assert.equal(window.size, 1)
})

test('surplus leaves oldest first, behind the checkpoint only, and the start follows what left', () => {
  const window = windowOf()
  for (const [i, key] of ['a', 'b', 'c'].entries()) window.put(key, key, i + 5, 200 + i)
  window.trim(5, 300, 1)
  assert.deepEqual([window.size, window.start], [3, 100])
  window.trim(6, 300, 1)
  assert.deepEqual([window.get('a'), window.size, window.start], [undefined, 2, 200])
  window.trim(100, 300, 1)
  assert.deepEqual([window.get('c'), window.size, window.start], ['c', 1, 201])
})

test('what is old leaves although there is room; the start never goes back', () => {
  const window = windowOf(50)
  window.put('later', 'x', 1, 300)
  window.put('earlier', 'x', 2, 250)
  window.put('young', 'x', 3, 400)
  window.trim(100, 400, 10)
  assert.deepEqual([window.size, window.start], [1, 300])
})

test('what comes when all has left leaves in its turn', () => {
  const window = windowOf(50)
  for (const [i, at] of [200, 300, 400].entries()) {
    window.put(`a${i}`, 'x', i, at)
    window.put(`b${i}`, 'x', i, at + 10)
    window.trim(100, at + 55, 10)
    assert.deepEqual([window.size, window.start], [1, at])
    window.trim(100, at + 70, 10)
    window.trim(100, at + 70, 10)
    assert.deepEqual([window.size, window.start], [0, at + 10])
  }
})
