// What a message asks of the servers is read where it is counted already; a reading that failed must not look like one of nothing.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { logRequests, redisCommands, requestsBetween } from './request-counts.ts'

test('requests to the log are told by kind and topic, and other gauges are none', () => {
  const gauges = new Map([
    ['skein_log_fetches{events}', 7],
    ['skein_log_handed_over{events}', 500],
    ['skein_log_clock_ahead_ms', 3],
    ['skein_processor_lag{0}', 1],
  ])
  assert.deepEqual(logRequests(gauges), { 'fetches, events': 7, 'handed over, events': 500 })
})

test('commands of Redis are told by name', () => {
  const info = '# Commandstats\r\ncmdstat_evalsha:calls=12,usec=90,usec_per_call=7.50\r\ncmdstat_client|setname:calls=2,usec=1\r\n'
  assert.deepEqual(redisCommands(info), { 'Redis evalsha': 12, 'Redis client|setname': 2 })
})

test('between two readings stands what was added, and nothing where one of them failed', () => {
  const [before, after] = [
    { a: 1, b: 5 },
    { a: 4, b: 5, c: 2 },
  ]
  assert.deepEqual(requestsBetween(before, after), { a: 3, c: 2 })
  assert.deepEqual([requestsBetween(null, after), requestsBetween(before, null)], [{}, {}])
})
