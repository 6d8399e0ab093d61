// What a command of the chat is: a line that begins with / and one of these names. Each stands in a file of commands/; the table of
// them, and what /help prints, is in commands.ts.
import type { Client } from '@skein/client'
import type { Names } from './names.ts'
import type { ChatOutput } from './output.ts'
import type { Places } from './places.ts'
import type { Recent } from './recent.ts'

/** What a command has to work with. */
export interface ChatFloor {
  readonly client: Client
  readonly names: Names
  readonly places: Places
  readonly output: ChatOutput
  readonly recent: Recent
  /** Where text goes; empty before anything is chosen. */
  readonly target: string
  choose(conversationId: string): Promise<void>
  /** The present conversation; throws a SkeinError when none is chosen. */
  here(): string
  /** The same, when it is a group. */
  hereGroup(): string
  /** Resolves when everything typed so far is stored or refused, or this client has stopped. */
  settled(): Promise<void>
  /** Ends the chat. */
  leave(): void
}

/** What the tab key may put in the place of a word. */
export interface Offer {
  /** Begins with what is typed already. */
  readonly word: string
  /** How it is listed among others; begins with the same. */
  readonly label: string
}

export interface ChatCommand {
  /** One word, or two such as `group create`. */
  readonly name: string
  /** What follows the name, and what it does, as /help prints them. */
  readonly usage: string
  readonly purpose: string
  /** Words that must follow the name. */
  readonly wordsMin?: number
  /** `text` is what follows the name as it was typed. */
  run(floor: ChatFloor, words: readonly string[], text: string): Promise<void> | void
  /** For the last of the words that follow the name, which is empty before its first letter. */
  offers?(floor: ChatFloor, words: readonly string[]): Promise<readonly Offer[]>
}
