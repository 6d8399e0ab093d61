// What the tab key offers: names of commands, and behind a command what it offers for the word being typed. Several are listed by their
// labels; a single one is typed out.
import type { ChatFloor } from './chat-command.ts'
import { commandNamed, commandNames } from './commands.ts'

/** What may stand in the place of the last word, and that word, as readline wants it. */
export type Completions = [offers: string[], word: string]

export async function completionsOf(line: string, floor: ChatFloor): Promise<Completions> {
  if (!line.startsWith('/')) return [[], line]
  const names = commandNames.filter((name) => `/${name}`.startsWith(line))
  if (names.length > 0) return [names.map((name) => `/${name}`), line]
  const words = line.slice(1).split(/\s+/)
  const word = words.at(-1)!
  const command = commandNamed(words)
  const offers = (await command?.offers?.(floor, words.slice(command.name.split(' ').length))) ?? []
  const meant = offers.filter((offer) => offer.word.startsWith(word))
  return [meant.length === 1 ? [meant[0]!.word] : meant.map(({ label }) => label), word]
}
