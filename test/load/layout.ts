// Which roles of an installation share a process. Where each has processes of its own they can be broken, measured and multiplied apart;
// where the hot ones share one, a message never leaves it but for the log, and only what writes the views stands beside it.
import type { RoleName } from '@skein/server'
import { roleNames } from '@skein/server'

/** Roles that share a process, and what such a process is called. */
export interface RoleGroup {
  readonly name: string
  readonly roles: readonly RoleName[]
}

export const layoutNames = ['hot', 'roles'] as const
export type Layout = (typeof layoutNames)[number]

export const roleGroups: Readonly<Record<Layout, readonly RoleGroup[]>> = {
  hot: [
    { name: 'hot', roles: ['gateway', 'api', 'processor', 'delivery'] },
    { name: 'projector', roles: ['projector'] },
  ],
  roles: roleNames.map((role) => ({ name: role, roles: [role] })),
}

export const defaultLayout: Layout = 'roles'
