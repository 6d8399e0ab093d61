// Ways into groups: invitations, requests, links, and bans.
import type { BanCell, InvitationCell, JoinLinkCell, JoinOutcome, JoinRequestCell } from '@skein/domain'
import { read, stored } from './stored-cell.ts'
import { table } from './table.ts'

export const invitations = table('invitations', {
  key: { app_id: 'text', conversation_id: 'text', user_id: 'text' },
  columns: { invited_by: 'text', greeting: 'text', invited_at: 'bigint', expires_at: 'bigint', answered_at: 'bigint', after_seq: 'bigint' },
  keeps: 'last',
})

export const invitationCell = stored<InvitationCell>()({
  key: ['app_id', 'conversation_id', 'user_id'],
  reads: [read(invitations, 'invited_by', 'greeting', 'invited_at', 'expires_at', 'answered_at', 'after_seq')],
  cellOf: ([row]) => ({
    kind: 'invitation',
    invitedBy: row.invited_by,
    greeting: row.greeting,
    invitedAt: row.invited_at,
    expiresAt: row.expires_at,
    answeredAt: row.answered_at,
    afterSeq: row.after_seq,
  }),
  writes: (write) => [
    write(invitations, {
      rowOf: ({ key, cell: { invitedBy, greeting, invitedAt, expiresAt, answeredAt, afterSeq }, at }) => ({
        ...key,
        invited_by: invitedBy,
        greeting,
        invited_at: invitedAt,
        expires_at: expiresAt,
        answered_at: answeredAt,
        after_seq: afterSeq,
        ...at,
      }),
    }),
  ],
})

export const joinRequests = table('join_requests', {
  key: { app_id: 'text', conversation_id: 'text', user_id: 'text' },
  columns: {
    request_text: 'text',
    // JSON, a list of texts.
    answers: 'text',
    asked_at: 'bigint',
    expires_at: 'bigint',
    answered_at: 'bigint',
    outcome: 'text',
    after_seq: 'bigint',
  },
  keeps: 'last',
})

export const joinRequestCell = stored<JoinRequestCell>()({
  key: ['app_id', 'conversation_id', 'user_id'],
  reads: [read(joinRequests, 'request_text', 'answers', 'asked_at', 'expires_at', 'answered_at', 'outcome', 'after_seq')],
  cellOf: ([row]) => ({
    kind: 'join-request',
    text: row.request_text,
    answers: JSON.parse(row.answers),
    askedAt: row.asked_at,
    expiresAt: row.expires_at,
    answeredAt: row.answered_at,
    outcome: row.outcome as JoinOutcome,
    afterSeq: row.after_seq,
  }),
  writes: (write) => [
    write(joinRequests, {
      rowOf: ({ key, cell: { text, answers, askedAt, expiresAt, answeredAt, outcome, afterSeq }, at }) => ({
        ...key,
        request_text: text,
        answers: JSON.stringify(answers),
        asked_at: askedAt,
        expires_at: expiresAt,
        answered_at: answeredAt,
        outcome,
        after_seq: afterSeq,
        ...at,
      }),
    }),
  ],
})

export const joinLinks = table('join_links', {
  key: { app_id: 'text', conversation_id: 'text', link_id: 'text' },
  columns: { made_by: 'text', made_at: 'bigint', expires_at: 'bigint', uses_max: 'bigint', uses: 'bigint', revoked_at: 'bigint' },
  keeps: 'last',
})

export const joinLinkCell = stored<JoinLinkCell>()({
  key: ['app_id', 'conversation_id', 'link_id'],
  reads: [read(joinLinks, 'made_by', 'made_at', 'expires_at', 'uses_max', 'uses', 'revoked_at')],
  cellOf: ([row]) => ({
    kind: 'join-link',
    madeBy: row.made_by,
    madeAt: row.made_at,
    expiresAt: row.expires_at,
    usesMax: row.uses_max,
    uses: row.uses,
    revokedAt: row.revoked_at,
  }),
  writes: (write) => [
    write(joinLinks, {
      rowOf: ({ key, cell: { madeBy, madeAt, expiresAt, usesMax, uses, revokedAt }, at }) => ({
        ...key,
        made_by: madeBy,
        made_at: madeAt,
        expires_at: expiresAt,
        uses_max: usesMax,
        uses,
        revoked_at: revokedAt,
        ...at,
      }),
    }),
  ],
})

export const bans = table('bans', {
  key: { app_id: 'text', conversation_id: 'text', user_id: 'text' },
  columns: { banned_by: 'text', banned_at: 'bigint' },
  keeps: 'last',
})

export const banCell = stored<BanCell>()({
  key: ['app_id', 'conversation_id', 'user_id'],
  reads: [read(bans, 'banned_by', 'banned_at')],
  cellOf: ([row]) => ({ kind: 'ban', bannedBy: row.banned_by, bannedAt: row.banned_at }),
  writes: (write) => [
    write(bans, { rowOf: ({ key, cell: { bannedBy, bannedAt }, at }) => ({ ...key, banned_by: bannedBy, banned_at: bannedAt, ...at }) }),
  ],
})
