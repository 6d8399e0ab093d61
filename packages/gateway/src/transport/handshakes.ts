// Sockets of one listener that are accepted and not connections yet: TLS, the HTTP upgrade or a proxy's header is still to come. Nothing
// else knows of them, so they are counted here, in all and by address, and each has one limited time for all of it, however it goes on.
import { monotonicMs } from '../monotonic-clock.ts'
import { addressKeyOf } from './address-key.ts'

export interface HandshakeLimits {
  /** Time for all of it: TLS, HTTP upgrade, PROXY header. */
  readonly handshakeMs: number
  readonly handshakesMax: number
  readonly handshakesPerAddressMax: number
}

export interface HandshakeCounters {
  /** Under way now. */
  handshakes: number
  /** Ended because they took too long. */
  handshakesTimedOut: number
  /** Ended at once, beyond a limit. */
  handshakesRefused: number
}

export interface Handshake {
  /** Empty for a proxy, which stands for many clients. */
  readonly addressKey: string
  readonly startedAt: number
  /** Ends the socket; null where only the library can. */
  readonly end: (() => void) | null
}

const sweepsPerTime = 10

export class Handshakes {
  readonly #limits: HandshakeLimits
  readonly #counters: HandshakeCounters
  /** In the order in which they began. */
  readonly #all = new Set<Handshake>()
  readonly #byAddress = new Map<string, number>()
  #timer: NodeJS.Timeout | undefined

  constructor(limits: HandshakeLimits, counters: HandshakeCounters) {
    this.#limits = limits
    this.#counters = counters
  }

  /** Null, and the socket is to be ended, beyond a limit. */
  begin(peer: { readonly address: string; readonly isProxy: boolean }, end: Handshake['end']): Handshake | null {
    const { handshakesMax, handshakesPerAddressMax, handshakeMs } = this.#limits
    const addressKey = peer.isProxy ? '' : addressKeyOf(peer.address)
    const ofAddress = this.#byAddress.get(addressKey) ?? 0
    if (this.#all.size >= handshakesMax || (addressKey !== '' && ofAddress >= handshakesPerAddressMax)) {
      this.#counters.handshakesRefused += 1
      return null
    }
    const handshake = { addressKey, startedAt: monotonicMs(), end }
    this.#all.add(handshake)
    this.#byAddress.set(addressKey, ofAddress + 1)
    this.#counters.handshakes += 1
    this.#timer ??= setInterval(() => this.#sweep(), Math.max(1, handshakeMs / sweepsPerTime))
    return handshake
  }

  /** It is a connection now, or its socket is gone. Does nothing for one that is through already. */
  done(handshake: Handshake): void {
    if (!this.#all.delete(handshake)) return
    this.#counters.handshakes -= 1
    const ofAddress = this.#byAddress.get(handshake.addressKey)! - 1
    if (ofAddress === 0) this.#byAddress.delete(handshake.addressKey)
    else this.#byAddress.set(handshake.addressKey, ofAddress)
    if (this.#all.size > 0) return
    clearInterval(this.#timer)
    this.#timer = undefined
  }

  /** The library has ended it for its slowness. */
  timedOut(handshake: Handshake): void {
    if (this.#all.has(handshake)) this.#counters.handshakesTimedOut += 1
    this.done(handshake)
  }

  close(): void {
    for (const handshake of this.#all) {
      this.done(handshake)
      handshake.end?.()
    }
  }

  #sweep(): void {
    const oldest = monotonicMs() - this.#limits.handshakeMs
    for (const handshake of this.#all) {
      if (handshake.startedAt > oldest) return
      if (handshake.end === null) continue
      this.timedOut(handshake)
      handshake.end()
    }
  }
}
