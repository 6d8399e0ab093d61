// The messages of the client protocol as plain data, under one name.
import type * as Messages from './generated/messages.ts'

export type { Messages }
