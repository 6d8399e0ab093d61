// Stays: one begins at from_seq, and its user may see [sees_from, to_seq) of the conversation; to_seq is 0 while a member. A member cell is the
// newest stay together with the session. Each of the two rows is written only when its part has changed: most events about a member are messages, which
// move the read marker alone.
import type { MemberCell } from '@skein/domain'
import { sessions } from './sessions.ts'
import { read, stored } from './stored-cell.ts'
import { table } from './table.ts'

export const memberships = table('memberships', {
  key: { app_id: 'text', conversation_id: 'text', user_id: 'text', from_seq: 'bigint' },
  columns: {
    sees_from: 'bigint',
    to_seq: 'bigint',
    role: 'text',
    to_ordinal: 'bigint',
    ended_at: 'bigint',
    nickname: 'text',
    muted_until: 'bigint',
  },
  keeps: 'last',
})

const sameStay = (a: MemberCell, b: MemberCell): boolean =>
  a.fromSeq === b.fromSeq &&
  a.seesFrom === b.seesFrom &&
  a.toSeq === b.toSeq &&
  a.role === b.role &&
  a.toOrdinal === b.toOrdinal &&
  a.endedAt === b.endedAt &&
  a.nickname === b.nickname &&
  a.mutedUntil === b.mutedUntil

export const memberCell = stored<MemberCell>()({
  key: ['app_id', 'conversation_id', 'user_id'],
  reads: [
    read(memberships, 'from_seq', 'sees_from', 'to_seq', 'role', 'to_ordinal', 'ended_at', 'nickname', 'muted_until'),
    read(sessions, 'read_ordinal', 'last_sent_at'),
  ],
  cellOf: ([stay, session]) => ({
    kind: 'member',
    role: stay.role,
    readOrdinal: session.read_ordinal,
    fromSeq: stay.from_seq,
    seesFrom: stay.sees_from,
    toSeq: stay.to_seq,
    toOrdinal: stay.to_ordinal,
    endedAt: stay.ended_at,
    nickname: stay.nickname,
    mutedUntil: stay.muted_until,
    lastSentAt: session.last_sent_at,
  }),
  writes: (write) => [
    write(memberships, {
      changed: (before, after) => !sameStay(before, after),
      // One who comes back within a batch leaves two stays.
      beyond: ({ fromSeq }) => fromSeq,
      rowOf: ({ key, cell: { fromSeq, seesFrom, toSeq, role, toOrdinal, endedAt, nickname, mutedUntil }, at }) => ({
        ...key,
        from_seq: fromSeq,
        sees_from: seesFrom,
        to_seq: toSeq,
        role,
        to_ordinal: toOrdinal,
        ended_at: endedAt,
        nickname,
        muted_until: mutedUntil,
        ...at,
      }),
    }),
    write(sessions, {
      changed: (before, after) => before.readOrdinal !== after.readOrdinal || before.lastSentAt !== after.lastSentAt,
      rowOf: ({ key, cell: { readOrdinal, lastSentAt }, at }) => ({
        app_id: key.app_id,
        user_id: key.user_id,
        conversation_id: key.conversation_id,
        read_ordinal: readOrdinal,
        last_sent_at: lastSentAt,
        partition: at.partition,
        offset: at.offset,
      }),
    }),
  ],
})
