// Commands by which users come into groups, and are kept out, to write tests with.
import type {
  AnswerInvitation,
  AnswerJoinRequest,
  BanUser,
  InviteToGroup,
  JoinByLink,
  MakeJoinLink,
  RequestToJoin,
  RevokeInvitation,
  RevokeJoinLink,
  WithdrawJoinRequest,
} from '@skein/contracts'
import type { DomainEvent } from '../src/index.ts'
import { commandMeta, enteredAt, hash, uuid } from './examples.ts'

let requests = 0
const ofGroup = (actorId: string, conversationId: string, at = enteredAt) => ({
  meta: { ...commandMeta(actorId), enteredAt: at, intent: { id: uuid(2_000_000 + ++requests), contentHash: hash(requests % 256) } },
  conversationId,
})

/** The hash of a token. */
export const linkId = (name: string): string => name.padEnd(22, '-')

export const invite = (
  actorId: string,
  conversationId: string,
  userIds: readonly string[],
  more: Partial<InviteToGroup> = {},
): InviteToGroup => ({
  type: 'InviteToGroup',
  ...ofGroup(actorId, conversationId),
  userIds,
  greeting: 'come in',
  expiresAtMs: 0,
  ...more,
})
export const answer = (actorId: string, conversationId: string, accept: boolean, at = enteredAt): AnswerInvitation => ({
  type: 'AnswerInvitation',
  ...ofGroup(actorId, conversationId, at),
  accept,
})
export const uninvite = (actorId: string, conversationId: string, userId: string, at = enteredAt): RevokeInvitation => ({
  type: 'RevokeInvitation',
  ...ofGroup(actorId, conversationId, at),
  userId,
})
export const makeLink = (actorId: string, conversationId: string, name: string, more: Partial<MakeJoinLink> = {}): MakeJoinLink => ({
  type: 'MakeJoinLink',
  ...ofGroup(actorId, conversationId),
  tokenHash: linkId(name),
  expiresAtMs: 0,
  usesMax: 0,
  ...more,
})
export const revokeLink = (actorId: string, conversationId: string, name: string): RevokeJoinLink => ({
  type: 'RevokeJoinLink',
  ...ofGroup(actorId, conversationId),
  linkId: linkId(name),
})
export const joinBy = (actorId: string, conversationId: string, name: string, at = enteredAt): JoinByLink => ({
  type: 'JoinByLink',
  ...ofGroup(actorId, conversationId, at),
  tokenHash: linkId(name),
})
export const ask = (actorId: string, conversationId: string, answers: readonly string[] = [], at = enteredAt): RequestToJoin => ({
  type: 'RequestToJoin',
  ...ofGroup(actorId, conversationId, at),
  text: 'let me in',
  answers,
})
export const withdraw = (actorId: string, conversationId: string, at = enteredAt): WithdrawJoinRequest => ({
  type: 'WithdrawJoinRequest',
  ...ofGroup(actorId, conversationId, at),
})
export const answerAsked = (
  actorId: string,
  conversationId: string,
  userId: string,
  { accept, at = enteredAt }: { readonly accept: boolean; readonly at?: number },
): AnswerJoinRequest => ({ type: 'AnswerJoinRequest', ...ofGroup(actorId, conversationId, at), userId, accept })
export const ban = (actorId: string, conversationId: string, userId: string, banned = true): BanUser => ({
  type: 'BanUser',
  ...ofGroup(actorId, conversationId),
  userId,
  banned,
})

/** What happened to a group, of the kind whose fields are given. */
export const joined = (
  conversationId: string,
  [seq, ordinal]: readonly [number, number],
  userId: string,
  linkName = '',
): Omit<Extract<DomainEvent, { readonly type: 'MemberJoined' }>, 'meta'> => ({
  type: 'MemberJoined',
  conversationId,
  seq,
  ordinal,
  userId,
  how: linkName === '' ? 'invitation' : 'link',
  approvedBy: 'alice',
  linkId: linkName === '' ? '' : linkId(linkName),
  returning: [],
  fromStart: false,
})
