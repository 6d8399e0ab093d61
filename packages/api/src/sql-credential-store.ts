// The credentials in PostgreSQL, in the schema skein_credentials, which is no view: nothing rebuilds it. Any client that
// takes a statement with $1 parameters will do: a pool, a client, PostgreSQL in process.
import type { CredentialStore, PasswordRow } from './credential-store.ts'

export interface CredentialDatabase {
  query(text: string, values: unknown[]): Promise<{ readonly rows: readonly unknown[] }>
}

const addRow = `
  insert into skein_credentials.passwords (app_id, user_id, user_name, display_name, password_hash)
  values ($1, $2, $3, $4, $5)`

const passwordOf = `
  select app_id, user_id, user_name, display_name, password_hash
  from skein_credentials.passwords
  where app_id = $1 and user_id = $2`

const claimantsOf = `
  select app_id, user_id, user_name, display_name, password_hash
  from skein_credentials.passwords
  where app_id = $1 and lower(user_name) = lower($2)
  order by entry
  limit $3`

const replaceHashOf = `
  update skein_credentials.passwords
  set password_hash = $4, changed_at = now()
  where app_id = $1 and user_id = $2 and password_hash = $3
  returning user_id`

const removeRow = 'delete from skein_credentials.passwords where app_id = $1 and user_id = $2'

const removeOthers = `
  delete from skein_credentials.passwords
  where app_id = $1 and lower(user_name) = lower($2) and user_id <> $3`

const secretOf = 'select secret_hash from skein_credentials.apps where app_id = $1'
const removeSecret = 'delete from skein_credentials.apps where app_id = $1'
const setSecret = `
  insert into skein_credentials.apps (app_id, secret_hash)
  values ($1, $2)
  on conflict (app_id) do update set secret_hash = excluded.secret_hash, changed_at = now()`

interface StoredPassword {
  readonly app_id: string
  readonly user_id: string
  readonly user_name: string
  readonly display_name: string
  readonly password_hash: string
}

export function createSqlCredentialStore(database: CredentialDatabase): CredentialStore {
  async function rows<Row>(text: string, values: unknown[]): Promise<readonly Row[]> {
    return (await database.query(text, values)).rows as readonly Row[]
  }

  return {
    async add(row) {
      await rows(addRow, [row.appId, row.userId, row.userName, row.displayName, row.passwordHash])
    },
    async password(appId, userId) {
      const [found] = await rows<StoredPassword>(passwordOf, [appId, userId])
      return found ? toPasswordRow(found) : null
    },
    async claimants(appId, userName, limit) {
      return (await rows<StoredPassword>(claimantsOf, [appId, userName, limit])).map(toPasswordRow)
    },
    async replaceHash(user, from, to) {
      return (await rows(replaceHashOf, [user.appId, user.userId, from, to])).length === 1
    },
    async remove(appId, userId) {
      await rows(removeRow, [appId, userId])
    },
    async removeOtherClaimants(appId, userName, userId) {
      await rows(removeOthers, [appId, userName, userId])
    },
    async appSecretHash(appId) {
      const [found] = await rows<{ secret_hash: string }>(secretOf, [appId])
      return found?.secret_hash ?? null
    },
    async setAppSecretHash(appId, hash) {
      await (hash === null ? rows(removeSecret, [appId]) : rows(setSecret, [appId, hash]))
    },
  }
}

function toPasswordRow(row: StoredPassword): PasswordRow {
  return {
    appId: row.app_id,
    userId: row.user_id,
    userName: row.user_name,
    displayName: row.display_name,
    passwordHash: row.password_hash,
  }
}
