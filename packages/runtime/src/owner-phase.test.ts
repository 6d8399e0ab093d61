// The table of an owner's legal transitions: these, and no others.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OwnerPhase } from './owner-phase.ts'
import { nextPhase } from './owner-phase.ts'

const phases: readonly OwnerPhase[] = ['idle', 'claiming', 'loading', 'active', 'fenced', 'stopped']
const legal = new Set([
  'idle loading',
  'idle stopped',
  'loading claiming',
  'claiming active',
  'claiming fenced',
  'claiming stopped',
  'loading fenced',
  'loading stopped',
  'active claiming',
  'active fenced',
  'active stopped',
  'fenced idle',
  'fenced stopped',
])

test('an owner goes where the table says, and nowhere else', () => {
  for (const from of phases) {
    for (const to of phases) {
      if (legal.has(`${from} ${to}`)) assert.equal(nextPhase(from, to), to)
      else assert.throws(() => nextPhase(from, to), /cannot go/)
    }
  }
})
