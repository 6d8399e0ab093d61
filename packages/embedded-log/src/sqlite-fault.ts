// What an error of SQLite means to the log: somebody else is writing (try again), the file is damaged, or it is not a database.

const busyCode = 5
const corruptCode = 11
const notADatabaseCode = 26
/** A page that the file should have is not there: it was cut off. */
const shortReadCode = 522

const codeOf = (error: unknown): unknown => (error as { errcode?: unknown } | null)?.errcode

/** Primary result code; extended codes keep it in their low byte. */
function resultCode(error: unknown): number | undefined {
  const code = codeOf(error)
  return typeof code === 'number' ? code & 0xff : undefined
}

/** Another connection holds the lock this statement needs; nothing was done. */
export const isBusy = (error: unknown): boolean => resultCode(error) === busyCode

/** What is in the file is not what was written: no later try helps. */
export const isDamage = (error: unknown): boolean => resultCode(error) === corruptCode || codeOf(error) === shortReadCode

export const isNotADatabase = (error: unknown): boolean => resultCode(error) === notADatabaseCode
