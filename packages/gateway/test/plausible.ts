// What stands in the fields of a request with which nothing is wrong, by their names: for suites that are made from the schema.
import { randomUUID } from 'node:crypto'
import type { Plausible } from '@skein/testing'

const texts: Readonly<Record<string, string>> = {
  role: 'admin',
  contentType: 'text/plain',
  encoding: '',
  keyId: '',
  url: 'https://files.example/a.png',
  // Of a group as well as of a setting.
  name: 'description',
  write: 'everybody',
  add: 'everybody',
  expiresAt: '0',
  userId: 'bob',
  userIds: 'bob',
  memberIds: 'bob',
  afterUserId: '',
  userName: 'bob',
  afterConversationId: '',
  appId: 'app',
  clientName: 'test',
}

export const plausibleIn =
  (conversationId: string): Plausible =>
  (field) => {
    if (field === 'conversationId') return conversationId
    if (field === 'clientMessageId' || field === 'clientRequestId' || field === 'messageId') return randomUUID()
    return texts[field]
  }
