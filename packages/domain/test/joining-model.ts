// What a plain model says of one user, dave, before one group: whether he is in, banned, invited, has asked, and how the group stands. Written without
// the domain, a line for each thing that can be asked: what came first is over as soon as he is in, and comes back with nothing.

/** How dave stands to the group, and how it is set. */
interface Stand {
  isIn: boolean
  isBanned: boolean
  isInvited: boolean
  hasAsked: boolean
  joinBy: 'invitation' | 'request' | 'open'
  isDismissed: boolean
  /** The link is for one: who came by it. */
  used: '' | 'dave' | 'eve'
  linkEnded: boolean
  eveIsIn: boolean
}

/** Dave was invited, has asked, and holds a link for one. */
const asSetUp = (): Stand => ({
  isIn: false,
  isBanned: false,
  isInvited: true,
  hasAsked: true,
  joinBy: 'request',
  isDismissed: false,
  used: '',
  linkEnded: false,
  eveIsIn: false,
})

function comesIn(stand: Stand): string {
  Object.assign(stand, { isIn: true, isInvited: false, hasAsked: false })
  return 'done'
}

function sets(stand: Stand, to: Partial<Stand>): string {
  const changes = Object.entries(to).some(([name, value]) => stand[name as keyof Stand] !== value)
  Object.assign(stand, to)
  return changes ? 'done' : 'nothing'
}

function byLink(stand: Stand, who: 'dave' | 'eve', isIn: boolean): string {
  if (stand.isDismissed || stand.linkEnded || (who === 'dave' && stand.isBanned)) return 'LINK_INVALID'
  if (isIn) return 'nothing'
  if (stand.used !== '') return 'LINK_INVALID'
  stand.used = who
  return who === 'dave' ? comesIn(stand) : sets(stand, { eveIsIn: true })
}

const isShut = ({ isDismissed, isBanned }: Stand): boolean => isDismissed || isBanned

/** Of owner and admins in a group that was dismissed nothing is done. */
const inGroup =
  (what: (stand: Stand) => string) =>
  (stand: Stand): string =>
    stand.isDismissed ? 'GROUP_DISMISSED' : what(stand)

const ofInvitation = (stand: Stand, what: () => string): string => (isShut(stand) || !stand.isInvited ? 'NOT_INVITED' : what())
const ofRequest = (stand: Stand, what: () => string): string => (isShut(stand) || !stand.hasAsked ? 'REQUEST_NOT_FOUND' : what())

const comesTo = {
  'dave accepts': (stand) => ofInvitation(stand, () => comesIn(stand)),
  'dave declines': (stand) => ofInvitation(stand, () => sets(stand, { isInvited: false })),
  'dave joins by the link': (stand) => byLink(stand, 'dave', stand.isIn),
  'eve joins by the link': (stand) => byLink(stand, 'eve', stand.eveIsIn),
  'dave asks': (stand) => {
    if (isShut(stand)) return 'NOT_JOINABLE'
    if (stand.isIn) return 'nothing'
    if (stand.joinBy === 'invitation') return 'NOT_JOINABLE'
    return stand.joinBy === 'open' ? comesIn(stand) : sets(stand, { hasAsked: true })
  },
  'bob lets dave in': inGroup((stand) => ofRequest(stand, () => comesIn(stand))),
  'alice turns dave down': inGroup((stand) => ofRequest(stand, () => sets(stand, { hasAsked: false }))),
  'dave takes it back': (stand) => ofRequest(stand, () => sets(stand, { hasAsked: false })),
  'alice takes the invitation back': inGroup((stand) => ofInvitation(stand, () => sets(stand, { isInvited: false }))),
  'bob adds dave': inGroup((stand) => (stand.isBanned ? 'USER_BANNED' : stand.isIn ? 'nothing' : comesIn(stand))),
  'alice invites dave': inGroup((stand) => {
    if (stand.isBanned) return 'USER_BANNED'
    if (stand.isIn) return 'nothing'
    stand.isInvited = true
    return 'done'
  }),
  'alice bans dave': inGroup((stand) => {
    stand.isIn = false
    return sets(stand, { isBanned: true })
  }),
  'alice lifts the ban': inGroup((stand) => sets(stand, { isBanned: false })),
  'bob removes dave': inGroup((stand) => sets(stand, { isIn: false })),
  'dave leaves': (stand) => (stand.isIn ? inGroup((left) => sets(left, { isIn: false }))(stand) : 'NOT_A_MEMBER'),
  'alice ends the link': inGroup((stand) => sets(stand, { linkEnded: true })),
  'alice opens the group': inGroup((stand) => sets(stand, { joinBy: 'open' })),
  'alice closes the group': inGroup((stand) => sets(stand, { joinBy: 'invitation' })),
  'alice dismisses the group': inGroup((stand) => sets(stand, { isDismissed: true })),
} as const satisfies Record<string, (stand: Stand) => string>
export type Asked = keyof typeof comesTo

/** What each comes to, in this order: `done`, `nothing` where it changes nothing, or the code with which it is refused. */
export function modelled(names: readonly Asked[]): { readonly outcomes: readonly string[]; readonly isIn: boolean } {
  const stand = asSetUp()
  return { outcomes: names.map((name) => comesTo[name](stand)), isIn: stand.isIn }
}
