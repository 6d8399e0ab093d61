// The credentials in memory, held to the same contract as the ones in PostgreSQL.
import type { CredentialStore, PasswordRow } from '../src/index.ts'

export function createInMemoryCredentialStore(): CredentialStore & { readonly rows: Map<string, PasswordRow> } {
  const rows = new Map<string, PasswordRow>()
  const secrets = new Map<string, string>()
  const key = (appId: string, userId: string) => `${appId}/${userId}`
  const named = (appId: string, userName: string) =>
    [...rows.values()].filter((row) => row.appId === appId && row.userName.toLowerCase() === userName.toLowerCase())

  return {
    rows,
    async add(row) {
      if (rows.has(key(row.appId, row.userId))) throw new Error('the user has a row already')
      rows.set(key(row.appId, row.userId), row)
    },
    password: async (appId, userId) => rows.get(key(appId, userId)) ?? null,
    claimants: async (appId, userName, limit) => named(appId, userName).slice(0, limit),
    async replaceHash({ appId, userId }, from, to) {
      const row = rows.get(key(appId, userId))
      if (row?.passwordHash !== from) return false
      rows.set(key(appId, userId), { ...row, passwordHash: to })
      return true
    },
    async remove(appId, userId) {
      rows.delete(key(appId, userId))
    },
    async removeOtherClaimants(appId, userName, userId) {
      for (const row of named(appId, userName)) if (row.userId !== userId) rows.delete(key(appId, row.userId))
    },
    appSecretHash: async (appId) => secrets.get(appId) ?? null,
    async setAppSecretHash(appId, hash) {
      if (hash === null) secrets.delete(appId)
      else secrets.set(appId, hash)
    },
  }
}
