// Links to the present group: making one, listing them, and ending one.
import type { JoinLink } from '@skein/client'
import { allPages } from '../all-pages.ts'
import type { ChatCommand, ChatFloor, Offer } from '../chat-command.ts'
import { mistyped } from '../mistyped.ts'
import { clock } from '../output.ts'

const hourMs = 3_600_000

/** Zero for a word that is not there. */
function countOf(word: string | undefined, what: string): number {
  if (word === undefined) return 0
  if (!/^\d{1,6}$/.test(word)) throw mistyped(`${word}: ${what} is a count`)
  return Number(word)
}

/** All pages of them. */
function linksOf({ client }: ChatFloor, conversationId: string): Promise<readonly JoinLink[]> {
  return allPages('links', (last?: JoinLink) => client.joinLinks(conversationId, { afterLinkId: last?.linkId ?? '' }))
}

/** As much of an id as people need to tell links apart. */
const shownCharsMax = 12
const lineOf = ({ linkId, uses, usesMax, expiresAtMs }: JoinLink): string => {
  const end = expiresAtMs === 0 ? '' : `, until ${new Date(expiresAtMs).toDateString()} ${clock(expiresAtMs)}`
  return `${linkId.slice(0, shownCharsMax)} used ${uses}${usesMax > 0 ? ` of ${usesMax}` : ''} times${end}`
}

export const link: ChatCommand = {
  name: 'link',
  usage: '[uses] [hours]',
  purpose: 'make a link by which whoever has it joins this group',
  async run({ client, output, hereGroup }, [uses, hours]) {
    const conversationId = hereGroup()
    const forHours = countOf(hours, 'hours')
    const expiresAtMs = forHours === 0 ? 0 : Date.now() + forHours * hourMs
    const made = await client.makeJoinLink(conversationId, { usesMax: countOf(uses, 'uses'), expiresAtMs })
    output.notice('link', `/join ${made.link}`, { conversationId, ...made })
  },
}

export const links: ChatCommand = {
  name: 'links',
  usage: '',
  purpose: 'links to this group',
  async run(floor) {
    const found = await linksOf(floor, floor.hereGroup())
    floor.output.notice('links', found.map(lineOf).join('\n') || 'none', { links: found })
  },
}

export const unlink: ChatCommand = {
  name: 'unlink',
  usage: '<link>',
  purpose: 'end a link to this group, as /links tells it',
  wordsMin: 1,
  async run(floor, [word = '']) {
    const conversationId = floor.hereGroup()
    const meant = (await linksOf(floor, conversationId)).filter(({ linkId }) => linkId.startsWith(word))
    if (meant.length !== 1) throw mistyped(`${word}: ${meant.length === 0 ? 'no link' : 'several links'} of this group`)
    const { linkId } = meant[0]!
    await floor.client.revokeJoinLink(conversationId, linkId)
    floor.output.notice('unlink', 'nobody joins by it any more', { conversationId, linkId })
  },
  async offers(floor, words): Promise<readonly Offer[]> {
    if (words.length !== 1 || !floor.target.startsWith('g:')) return []
    const found = await linksOf(floor, floor.target)
    return found.map((one) => ({ word: one.linkId.slice(0, shownCharsMax), label: lineOf(one) }))
  },
}
