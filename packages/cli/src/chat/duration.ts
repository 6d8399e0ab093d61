// How long something lasts, as people type it: 90s, 10m, 2h, 7d.
import { mistyped } from './mistyped.ts'

const unitsMs: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/** How /help tells what may stand for it. */
export const durationUsage = '<90s|10m|2h|7d>'

export function durationMs(word: string): number {
  const [, count, unit = ''] = /^([1-9]\d{0,5})([smhd])$/.exec(word.toLowerCase()) ?? []
  if (count === undefined) throw mistyped(`${word || 'nothing'}: say how long, as in ${durationUsage}`)
  return Number(count) * unitsMs[unit]!
}
