// Members were told that a group ends at 1796122535561.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { settingText } from './setting-text.ts'

test('what was set is told in the words in which it is typed', () => {
  const told = [
    { name: 'endsAt', value: '1796122535561' },
    { name: 'endsAt', value: '0' },
    { name: 'slowModeMs', value: '90000' },
    { name: 'slowModeMs', value: '0' },
    { name: 'canWrite', value: 'admins' },
    { name: 'attribute.color', value: '' },
  ].map(settingText)
  const expected = ['ends to 2026-12-01T10:55:35.561Z', 'ends to never', 'slowMode to 90s', 'slowMode to off']
  assert.deepEqual(told, [...expected, 'canWrite to admins', 'attribute.color to nothing'])
})
