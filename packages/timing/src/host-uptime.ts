// For how long the host has been up, its sleep included. Asked before every append, the system is not made to open and close the file of it each
// time, as os.uptime() does: it is kept open, and read anew from its beginning by one call. The clock is the same one.
import { closeSync, openSync, readSync } from 'node:fs'
import { uptime } from 'node:os'

const bytesMax = 64
const [zero, nine, point, space] = [0x30, 0x39, 0x2e, 0x20]

/** Milliseconds, at each call as they are then. Where there is no such file, or no longer, os.uptime() is asked. */
export function createHostUptime(path: string): () => number {
  const bytes = new Uint8Array(bytesMax)
  /** Undefined until asked for the first time. */
  let file: number | null | undefined

  function giveUp(): number {
    if (file != null) closeSync(file)
    file = null
    return uptime() * 1000
  }

  return () => {
    if (file === null) return uptime() * 1000
    try {
      file ??= openSync(path, 'r')
      return millisecondsOf(bytes, readSync(file, bytes, 0, bytesMax, 0)) ?? giveUp()
    } catch {
      return giveUp()
    }
  }
}

/** Of seconds in decimals, up to the first space. Text would be made of it thousands of times a second. */
function millisecondsOf(bytes: Uint8Array, length: number): number | null {
  let [digits, unit, behindPoint] = [0, 1000, false]
  for (let i = 0; i < length; i++) {
    const byte = bytes[i]!
    if (byte === space) return i > 0 ? digits * unit : null
    if (byte === point && !behindPoint) behindPoint = true
    else if (byte >= zero && byte <= nine) {
      digits = digits * 10 + byte - zero
      if (behindPoint) unit /= 10
    } else return null
  }
  return null
}

/** Of this host. The file stays open as long as the process lives. */
export const hostUptimeMs = createHostUptime('/proc/uptime')
