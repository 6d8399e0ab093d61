// Leaves the chat.
import type { ChatCommand } from '../chat-command.ts'

export const quit: ChatCommand = {
  name: 'quit',
  usage: '',
  purpose: 'leave',
  run: (floor) => floor.leave(),
}
