// Sets something of the present group: its name, who may do what, or when it ends.
import type { GroupSettings } from '@skein/client'
import type { ChatCommand, Offer } from '../chat-command.ts'
import { durationMs } from '../duration.ts'
import { mistyped } from '../mistyped.ts'

const who = ['everyone', 'admins', 'owner']
const never = 'never'

/** What may be set, with what the tab key offers for it. */
const settings: Readonly<Record<string, readonly string[]>> = {
  name: [],
  avatar: [],
  description: [],
  joinBy: ['invitation', 'request', 'open'],
  questions: [],
  canAdd: who,
  canWrite: who.slice(0, 2),
  canMentionAll: who.slice(0, 2),
  canChangeProfile: who,
  membersMax: [],
  historyFrom: ['join', 'start'],
  slowMode: ['10s', '1m', 'off'],
  mutedAll: ['true', 'false'],
  ends: ['1h', '1d', '7d', never],
}

const attribute = /^attribute\.(.+)$/

/** `now`: an end is typed as how long from now. */
function settingFrom(what: string, value: string, now: number): GroupSettings {
  const [, key] = attribute.exec(what) ?? []
  if (key !== undefined) return { attributes: { [key]: value } }
  const name = Object.keys(settings).find((each) => each.toLowerCase() === what.toLowerCase())
  if (name === undefined) throw mistyped(`${what}: one of ${Object.keys(settings).join(', ')}, attribute.<name>`)
  if (name === 'slowMode') return { slowModeMs: value === 'off' ? 0 : durationMs(value) }
  if (name === 'ends') return { endsAt: value === never ? 0 : now + durationMs(value) }
  if (name === 'questions')
    return { questions: value === '' ? [] : value.split('?').flatMap((each) => (each.trim() ? [`${each.trim()}?`] : [])) }
  // Whether the value is one is for the server to say.
  return { [name]: value }
}

const offer = (word: string): Offer => ({ word, label: word })

export const groupSet: ChatCommand = {
  name: 'group set',
  usage: '<what> [value]',
  purpose: 'set the name of this group, who may write, when it ends, ...',
  wordsMin: 1,
  async run({ client, output, hereGroup }, [what = ''], text) {
    const value = text.replace(/^\S+\s*/, '').trim()
    const changed = await client.changeGroup(hereGroup(), settingFrom(what, value, Date.now()))
    output.notice('group', `${what} is ${value || 'empty'}`, { ...changed })
  },
  async offers(_floor, words) {
    if (words.length === 1) return Object.keys(settings).map(offer)
    return words.length === 2 ? (settings[words[0]!] ?? []).map(offer) : []
  },
}
