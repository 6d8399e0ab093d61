// What a command of the chat is: a line that begins with / and one of these names. Each stands in a file of commands/; the table of
// them, and what /help prints, is in commands.ts.
import type { Client } from '@skein/client'
import type { Names } from './names.ts'
import type { ChatOutput } from './output.ts'

/** What a command has to work with. */
export interface ChatFloor {
  readonly client: Client
  readonly names: Names
  readonly output: ChatOutput
  /** Where text goes from now on. */
  target: string
  /** The present conversation; throws a SkeinError when none is chosen. */
  here(): string
  /** The same, when it is a group. */
  hereGroup(): string
  /** Ends the chat. */
  leave(): void
}

export interface ChatCommand {
  /** One word, or two such as `group create`. */
  readonly name: string
  /** What follows the name, and what it does, as /help prints them. */
  readonly usage: string
  readonly purpose: string
  /** Words that must follow the name. */
  readonly wordsMin?: number
  run(floor: ChatFloor, words: readonly string[]): Promise<void> | void
}
