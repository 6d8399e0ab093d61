// Rules about clocks: how long something takes is measured by a clock that nobody sets. The time of day is read where a moment is meant that
// people, files or other processes are told of, in files that are named here.

import type { Rule } from './rule.ts'
import { isTestCode, packageOf, places, type SourceFile, type SourceTree, sourceFile } from './source-tree.ts'

/** What each is to know the time of day for. */
const mayReadTheTimeOfDay: Readonly<Record<string, string>> = {
  'packages/api/src/api.ts': 'tokens are issued and expire',
  'packages/cli/src/chat/commands/group-set.ts': 'an end is typed as how long from now',
  'packages/cli/src/chat/commands/link.ts': 'until when a link counts',
  'packages/cli/src/chat/commands/list.ts': 'whether one is muted now',
  'packages/cli/src/chat/commands/members.ts': 'whether somebody is muted now',
  'packages/client/src/clock.ts': 'the two clocks are compared',
  'packages/client/src/conversation/message-changes.ts': 'when something was hidden, until the server tells it',
  'packages/client/src/link/connection.ts': 'a heartbeat says it',
  'packages/embedded-log/src/command-appender.ts': 'what is left until the deadline of a command',
  'packages/embedded-log/src/commit-queue.ts': 'records are stamped',
  'packages/event-sourcing/src/log-clock.ts': 'the clock of a log on this host',
  'packages/gateway/src/device-sessions/token-verifier.ts': 'tokens expire',
  'packages/gateway/src/gateway.ts': 'clients are told it, and tokens expire',
  'packages/kafka-log/src/broker-clock.ts': 'compared with the clocks of brokers',
  'packages/kafka-log/src/fenced-writer.ts': 'a claim is stamped',
  'packages/kafka-log/src/record-batch.ts': 'records are stamped',
  'packages/runtime/src/partition-owner.ts': 'the age of records, by their stamps',
  'packages/server/src/processor-role.ts': 'a record is stamped',
  'packages/telemetry/src/repetition.ts': 'lines are stamped',
}

/** Tests that compare it with the stamp of a record or a token, or that set it. */
const mayCompareTheTimeOfDay: readonly string[] = [
  'packages/gateway/test/token-verifier.test.ts',
  'packages/runtime/test/deduplication.test.ts',
  'packages/testing/src/event-log-contract/positions.ts',
  'packages/testing/src/memory-handle.ts',
  'test/faults/clock-back.ts',
]

const tree = (path: string, text: string): SourceTree => ({ files: [sourceFile(path, text)], manifests: [], pages: [] })
const timeOfDay = /\bDate\s*\.\s*now\b|\bnew\s+Date\s*\(\s*\)/
/** Of two readings, or of one and a moment to come. */
const measured = new RegExp(
  [
    /\bDate\s*\.\s*now\(\)\s*[<>]/,
    /(?<!=)[<>]=?\s*Date\s*\.\s*now\(\)/,
    /-\s*Date\s*\.\s*now\(\)/,
    /\bDate\s*\.\s*now\(\)\s*-\s*[\w.#]*(?:At|[sS]ince|[sS]tart|[sS]tarted|[bB]egan|[bB]efore|[fF]rom)\b/,
    /\b(?:deadline|giveUpAt|until)\s*=\s*Date\s*\.\s*now\b/,
  ]
    .map(({ source }) => source)
    .join('|'),
)

const offences = (files: readonly SourceFile[], pattern: RegExp) =>
  files.flatMap((file) => places(file, pattern).map(({ line, found }) => `${file.path}:${line}: ${found}`))
/** The package `testing` is code of tests that other packages share. */
const isShipped = ({ path }: SourceFile) => !isTestCode(path) && packageOf(path) !== 'testing'

const durations: Rule = {
  name: 'the time of day is read in named files only, for a moment that others are told of',
  mend: 'measure how long something takes by performance.now(); where a moment is meant, name the file in test/tidy/clock-rules.ts, and what for',
  find: ({ files }) => [
    ...offences(
      files.filter((file) => isShipped(file) && !(file.path in mayReadTheTimeOfDay)),
      timeOfDay,
    ),
    ...files
      .filter((file) => file.path in mayReadTheTimeOfDay && places(file, timeOfDay).length === 0)
      .map(({ path }) => `${path}: is named, and reads no time of day`),
  ],
  planted: [
    tree('packages/api/src/x.ts', 'const until = Date.now() + 5'),
    tree('packages/api/src/x.ts', 'export function f(now: () => number = Date.now) {}'),
    tree('packages/server/src/x.ts', 'const startedAt = new Date()'),
    tree('packages/api/src/api.ts', 'const until = performance.now() + 5'),
  ],
  innocent: [
    tree('packages/api/src/api.ts', 'const now = options.now ?? Date.now'),
    tree('packages/api/src/x.ts', 'const said = new Date(sentAtMs).toISOString() // not Date.now()'),
    tree('packages/api/src/x.test.ts', 'const enteredAt = Date.now()'),
  ],
}

const durationsInTests: Rule = {
  name: 'tests measure how long something takes by a clock that nobody sets',
  mend: 'use performance.now(), or eventually() of @skein/testing',
  find: ({ files }) =>
    offences(
      files.filter((file) => !isShipped(file) && !mayCompareTheTimeOfDay.includes(file.path)),
      measured,
    ),
  planted: [
    'for (const deadline = Date.now() + 5; Date.now() < deadline; ) {}',
    'if (deadline < Date.now()) throw 1',
    'const tookMs = Date.now() - startedAt',
    'const leftMs = end - Date.now()',
  ].map((text) => tree('test/load/x.ts', text)),
  innocent: [
    tree('test/load/x.ts', 'const command = { enteredAt: Date.now(), deadlineAt: Date.now() + 5 }'),
    tree('test/load/x.ts', 'append(sample(key, Date.now() - 1_000), { now: () => Date.now() })'),
    tree('test/load/x.ts', 'while (performance.now() < deadline);'),
  ],
}

export const clockRules: readonly Rule[] = [durations, durationsInTests]
