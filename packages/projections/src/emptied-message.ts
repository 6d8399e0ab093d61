// What is left of a message that was taken away: its place and its ids, and by whom and how it went.
import type { Messages } from '@skein/contracts'

export const emptied = (message: Messages.MessageSent, removed: Messages.Removal): Messages.MessageSent => ({
  ...message,
  body: null,
  attachments: [],
  removed,
})
