// A line finds its command, by one word or two; what is wrong with it is said by the usage.
import assert from 'node:assert/strict'
import test from 'node:test'
import { chatHelp, commandOf } from './commands.ts'

test('help prints every command with what must follow it', () => {
  const lines = chatHelp().split('\n')
  assert.equal(lines.length, 60)
  assert.match(lines.join('\n'), /^\/group create <name> <user>\.\.\. +create a group and talk to it; a name with blanks between "$/m)
  for (const line of lines.slice(2)) {
    const [, name] = /^\/([a-z]+(?: [a-z]+)?)/.exec(line)!
    assert.equal(commandOf(`${name} word word`).command.name, name)
  }
})

test('a command gets the words behind its name', () => {
  const { command, words, text } = commandOf('Group  create  team ann  bob ')
  assert.deepEqual([command.name, words, text], ['group create', ['team', 'ann', 'bob'], 'team ann  bob'])
  assert.deepEqual(commandOf('group create "Friday cake" ann').words, ['Friday cake', 'ann'])
})

test('what is no command, or lacks a word, is refused with the usage', () => {
  const refusals = ['nonsense', 'group', 'to', 'kick'].map((line) => {
    try {
      return commandOf(line).command.name
    } catch (error) {
      return (error as { detail: string }).detail
    }
  })
  assert.match(refusals[0]!, /there is no \/nonsense/)
  assert.match(refusals[1]!, /\/group create <name> <user>\.\.\., \/group add/)
  assert.deepEqual(refusals.slice(2), ['say /to <user, group or #number>', 'say /kick <user>...'])
})
