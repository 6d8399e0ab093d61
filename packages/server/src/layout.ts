// Which roles of an installation share a process, and how many processes there are of each kind. Where the hot ones share one, a message
// leaves it for the log, and what writes the views stands beside it; where each role has processes of its own they can be multiplied,
// moved and broken apart.
import { hot, hotRoles, type RoleName, roleNames } from './config.ts'
import { ConfigError } from './config-error.ts'

/** Roles that share a process, and what such a process is called. */
export interface RoleGroup {
  readonly name: string
  readonly roles: readonly RoleName[]
}

export const layoutNames = ['hot', 'roles'] as const
export type Layout = (typeof layoutNames)[number]
export const defaultLayout: Layout = 'hot'

export const roleGroups: Readonly<Record<Layout, readonly RoleGroup[]>> = {
  hot: [
    { name: hot, roles: hotRoles },
    { name: 'projector', roles: ['projector'] },
  ],
  roles: roleNames.map((role) => ({ name: role, roles: [role] })),
}

/** What a process with these roles is called. */
export const nameOfRoles = (roles: readonly RoleName[]): string =>
  roles.length === hotRoles.length && hotRoles.every((role) => roles.includes(role)) ? hot : roles.join('-')

const processesPerRole = 2
const hotProcessesMax = 64

export interface CountedGroup extends RoleGroup {
  readonly count: number
}

/** Of each kind of process so many as `make run` is asked for. Throws ConfigError where what is asked for is none, or does not go together. */
export function groupsToRun(asked: { readonly layout?: string | undefined; readonly hot?: string | undefined }): readonly CountedGroup[] {
  const layout = layoutNames.find((name) => name === (asked.layout ?? defaultLayout))
  if (!layout) throw new ConfigError(`there is no layout ${asked.layout}: it is ${layoutNames.join(' or ')}`)
  if (layout === 'roles') {
    if (asked.hot !== undefined) throw new ConfigError('hot processes are counted in layout hot alone')
    return roleGroups.roles.map((group) => ({ ...group, count: processesPerRole }))
  }
  const count = Number(asked.hot ?? 1)
  if (!Number.isInteger(count) || count < 1 || count > hotProcessesMax)
    throw new ConfigError(`1 to ${hotProcessesMax} hot processes can be run, not ${asked.hot}`)
  // The projector is away for seconds unnoticed: acks and pushes do not wait for the views.
  return roleGroups.hot.map((group) => ({ ...group, count: group.name === hot ? count : 1 }))
}
