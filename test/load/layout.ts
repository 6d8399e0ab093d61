// Which roles of an installation share a process, as the product has it, and what the bench measures where it is not told.
import type { Layout } from '@skein/server'

export type { Layout, RoleGroup } from '@skein/server'
export { layoutNames, roleGroups } from '@skein/server'

export const defaultLayout: Layout = 'roles'
