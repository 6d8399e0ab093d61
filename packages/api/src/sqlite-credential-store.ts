// The credentials in a SQLite file of their own. What was added or changed is on disk when the call returns.
import { openCredentialFile } from './credential-file.ts'
import type { CredentialStore, PasswordRow } from './credential-store.ts'

const columns = 'app_id AS appId, user_id AS userId, user_name AS userName, display_name AS displayName, password_hash AS passwordHash'
const addRow = 'INSERT INTO passwords (app_id, user_id, user_name, display_name, password_hash) VALUES (?, ?, ?, ?, ?)'
const passwordOf = `SELECT ${columns} FROM passwords WHERE app_id = ? AND user_id = ?`
const claimantsOf = `SELECT ${columns} FROM passwords WHERE app_id = ? AND lower(user_name) = lower(?) ORDER BY entry LIMIT ?`
const replaceHashOf = 'UPDATE passwords SET password_hash = ? WHERE app_id = ? AND user_id = ? AND password_hash = ?'
const removeRow = 'DELETE FROM passwords WHERE app_id = ? AND user_id = ?'
const removeOthers = 'DELETE FROM passwords WHERE app_id = ? AND lower(user_name) = lower(?) AND user_id <> ?'
const secretOf = 'SELECT secret_hash FROM apps WHERE app_id = ?'
const removeSecret = 'DELETE FROM apps WHERE app_id = ?'
const setSecret = 'INSERT OR REPLACE INTO apps (app_id, secret_hash) VALUES (?, ?)'

export interface SqliteCredentialStore extends CredentialStore {
  close(): void
}

/** Creates the file when it does not exist; throws with the code MISCONFIGURED for one that cannot be it. */
export function openSqliteCredentialStore(file: string): SqliteCredentialStore {
  const database = openCredentialFile(file)
  const prepared = (text: string) => database.prepare(text)
  const [add, password, claimants, replaceHash] = [addRow, passwordOf, claimantsOf, replaceHashOf].map(prepared)
  const [remove, removeOtherClaimants] = [removeRow, removeOthers].map(prepared)
  const [appSecretHash, removeAppSecret, setAppSecret] = [secretOf, removeSecret, setSecret].map(prepared)

  return {
    async add(row) {
      add!.run(row.appId, row.userId, row.userName, row.displayName, row.passwordHash)
    },
    async password(appId, userId) {
      const found = password!.get(appId, userId)
      return found ? ({ ...found } as unknown as PasswordRow) : null
    },
    async claimants(appId, userName, limit) {
      return claimants!.all(appId, userName, limit).map((row) => ({ ...row }) as unknown as PasswordRow)
    },
    async replaceHash({ appId, userId }, from, to) {
      return replaceHash!.run(to, appId, userId, from).changes === 1
    },
    async remove(appId, userId) {
      remove!.run(appId, userId)
    },
    async removeOtherClaimants(appId, userName, userId) {
      removeOtherClaimants!.run(appId, userName, userId)
    },
    async appSecretHash(appId) {
      return (appSecretHash!.get(appId)?.secret_hash as string | undefined) ?? null
    },
    async setAppSecretHash(appId, hash) {
      if (hash === null) removeAppSecret!.run(appId)
      else setAppSecret!.run(appId, hash)
    },
    close: () => database.close(),
  }
}
