// Equal lines of warnings and errors, as a full disk brings them by the dozen each second, are written once; then, for as long as they come,
// the newest of them once per interval with how many there were. Lines that differ by ids alone, of whose request or connection it was, are
// equal. What came in the last interval before a process ends is not told.

const intervalMs = 10_000
/** Beyond so many different lines at a time, each is written. */
const kindsMax = 1000
/** Of levels 40, 50 and 60. */
const loud = /^\{"level":[456]0,"time":"[^"]*"/
/** Fields that are called so, and UUIDs wherever they stand, as in the text of an error. */
const ids = /"\w*Id":"(?:[^"\\]|\\.)*"|\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g
const time = /"time":"[^"]*"/
const endOfLine = /\}\s*$/

interface Repeated {
  newest: string
  /** How often it came again since it was last written. */
  count: number
}

export function writeRepeatedOnce(write: (line: string) => void): (line: string) => void {
  /** By what the line says besides its time and ids. */
  const repeated = new Map<string, Repeated>()
  let telling = false

  function tellLater(): void {
    if (telling) return
    telling = true
    setTimeout(tell, intervalMs).unref()
  }

  function tell(): void {
    telling = false
    for (const [kind, { newest, count }] of repeated) {
      if (count === 0) repeated.delete(kind)
      else {
        repeated.set(kind, { newest: '', count: 0 })
        write(newest.replace(time, `"time":"${new Date().toISOString()}"`).replace(endOfLine, `,"repeated":${count}}\n`))
      }
    }
    if (repeated.size > 0) tellLater()
  }

  return (line) => {
    if (!loud.test(line)) return write(line)
    const kind = line.replace(time, '').replace(ids, '')
    const known = repeated.get(kind)
    if (known !== undefined) {
      known.newest = line
      known.count += 1
      return
    }
    if (repeated.size < kindsMax) repeated.set(kind, { newest: '', count: 0 })
    tellLater()
    write(line)
  }
}
