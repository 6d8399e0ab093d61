// Leaves the chat; what was typed is still sent.
import type { ChatCommand } from '../chat-command.ts'

export const quit: ChatCommand = {
  name: 'quit',
  usage: '',
  purpose: 'leave',
  run: (floor) => floor.leave(),
}
