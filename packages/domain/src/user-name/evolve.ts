// Folds the claim of a user name; there is one per name.
import type { CellKey } from '@skein/event-sourcing'
import type { UserNameCell } from '../cells.ts'
import { userNameKey } from '../cells.ts'
import type { DomainEvent } from '../decision.ts'

export type UserNameEvent = Extract<DomainEvent, { readonly type: 'UserNameClaimed' }>

export const userNameWrites = ({ meta, userName }: UserNameEvent): readonly CellKey[] => [userNameKey(meta.appId, userName)]

export const evolveUserName = ({ userId, userName }: UserNameEvent): UserNameCell => ({ kind: 'user-name', userId, userName })
