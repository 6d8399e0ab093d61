// Chooses where text goes from now on.
import type { ChatCommand } from '../chat-command.ts'
import { placeOffers } from '../place-offers.ts'

export const to: ChatCommand = {
  name: 'to',
  usage: '<user, group or #number>',
  purpose: 'choose whom to talk to',
  wordsMin: 1,
  async run(floor, words, text) {
    // A group's name may have blanks.
    const { places, output } = floor
    await floor.choose(await places.find(words.length === 1 ? words[0]! : text))
    output.notice('to', `talking to ${await places.label(floor.target)}`, { conversationId: floor.target })
  },
  offers: (floor, words) =>
    words.length === 1
      ? placeOffers(
          floor,
          floor.places.list().map(({ session }) => session.conversationId),
        )
      : Promise.resolve([]),
}
