// What an error of SQLite means to the log: somebody else is writing (try again), or the file is not a database.

const busyCode = 5
const notADatabaseCode = 26

/** Primary result code; extended codes keep it in their low byte. */
function resultCode(error: unknown): number | undefined {
  const code = (error as { errcode?: unknown } | null)?.errcode
  return typeof code === 'number' ? code & 0xff : undefined
}

/** Another connection holds the lock this statement needs; nothing was done. */
export const isBusy = (error: unknown): boolean => resultCode(error) === busyCode

export const isNotADatabase = (error: unknown): boolean => resultCode(error) === notADatabaseCode
