// Equal lines of warnings and errors, as a full disk brings them by the dozen each second, are written once; then, for as long as they come,
// once more per interval with how many there were. What came in the last one before a process ends is not told.

const intervalMs = 10_000
/** Beyond so many different lines at a time, each is written. */
const kindsMax = 1000
/** Of levels 40, 50 and 60. */
const loud = /^\{"level":[456]0,"time":"[^"]*"/
const endOfLine = /\}\s*$/

export function writeRepeatedOnce(write: (line: string) => void): (line: string) => void {
  /** How often each line came again since it was last written, by what it says besides its time. */
  const repeated = new Map<string, number>()
  let telling = false

  function tellLater(): void {
    if (telling) return
    telling = true
    setTimeout(tell, intervalMs).unref()
  }

  function tell(): void {
    telling = false
    for (const [line, count] of repeated) {
      if (count === 0) repeated.delete(line)
      else {
        repeated.set(line, 0)
        write(line.replace('"time":""', `"time":"${new Date().toISOString()}"`).replace(endOfLine, `,"repeated":${count}}\n`))
      }
    }
    if (repeated.size > 0) tellLater()
  }

  return (line) => {
    const head = loud.exec(line)?.[0]
    if (head === undefined) return write(line)
    const kind = head.replace(/"time":"[^"]*"$/, '"time":""') + line.slice(head.length)
    const count = repeated.get(kind)
    if (count !== undefined) {
      repeated.set(kind, count + 1)
      return
    }
    if (repeated.size < kindsMax) repeated.set(kind, 0)
    tellLater()
    write(line)
  }
}
