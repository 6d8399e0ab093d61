// How often the sweep looks at connections: as often as their time limits ask for while something is due, and seldom while nothing is, as
// each look wakes the process. A look sees what comes due before the next one; whoever begins what is due sooner, or changes which
// connections there are, says so here.
import type { GatewayLimits } from '../limits.ts'

export type PaceLimits = Pick<
  GatewayLimits,
  'sweepMs' | 'idleSweepMs' | 'authenticateMs' | 'slowReaderMs' | 'heartbeatIntervalMs' | 'heartbeatGraceMs' | 'ackTimeoutMs'
>

export interface Swept {
  readonly size: () => number
  /** Looks at the next so many connections; answers whether one of them has something due before an idle sweep is over. */
  readonly look: (count: number) => boolean
  /** Each of them was looked at; answers whether something else is due. */
  readonly over: () => boolean
}

const ticksPerSweep = 10
/** Looked at in one turn of the event loop while nothing is due. */
const connectionsPerIdleTick = 1_000

export class SweepPace {
  /** An idle sweep looks at every connection once in this time: at what begins unsaid before it is due. */
  readonly idleSweepMs: number
  #sweepMs: number
  #swept: Swept | null = null
  #timer: NodeJS.Timeout | undefined
  #idle = false
  /** Something is due, by what this sweep has seen or was told. */
  #due = false
  #looking = false
  #hastened = false
  #ticks = ticksPerSweep
  #ticksLeft = 0

  constructor({ sweepMs, idleSweepMs, authenticateMs, slowReaderMs, heartbeatIntervalMs, heartbeatGraceMs, ackTimeoutMs }: PaceLimits) {
    this.#sweepMs = sweepMs
    this.idleSweepMs = Math.min(idleSweepMs, authenticateMs, slowReaderMs, heartbeatIntervalMs + heartbeatGraceMs, ackTimeoutMs)
  }

  start(swept: Swept): void {
    this.#swept = swept
    this.#begin(false)
  }

  stop(): void {
    this.#swept = null
    clearTimeout(this.#timer)
  }

  /** Something is due soon of a connection that the sweep may have passed already, or it may pass one over. */
  hurry(): void {
    this.#due = true
    if (this.#idle && !this.#looking && this.#swept) this.#begin(false)
  }

  /** From now on something is always due, and every connection is looked at at least once in so long. */
  hasten(sweepMs: number): void {
    this.#sweepMs = Math.min(this.#sweepMs, sweepMs)
    this.#hastened = true
    if (this.#swept && !this.#looking) this.#begin(false)
  }

  #begin(idle: boolean): void {
    this.#idle = idle
    this.#due = false
    const enough = Math.ceil(this.#swept!.size() / connectionsPerIdleTick)
    this.#ticks = idle ? Math.min(Math.max(enough, 1), ticksPerSweep) : ticksPerSweep
    this.#ticksLeft = this.#ticks
    this.#wait()
  }

  #wait(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#tick(), Math.max(1, (this.#idle ? this.idleSweepMs : this.#sweepMs) / this.#ticks))
  }

  #tick(): void {
    const { size, look, over } = this.#swept!
    this.#looking = true
    if (look(Math.ceil(size() / this.#ticks))) this.#due = true
    this.#ticksLeft -= 1
    if (this.#ticksLeft === 0 && over()) this.#due = true
    this.#looking = false
    if (this.#swept === null) return
    if (this.#ticksLeft > 0 && !(this.#idle && this.#due)) this.#wait()
    else this.#begin(!this.#due && !this.#hastened)
  }
}
