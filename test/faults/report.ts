// What a run is told as: one object per scenario with fixed fields, and a table for people.
import type { Verdict } from './verdict.ts'
import { counts, failures } from './verdict.ts'

/** Several runs of one scenario as one: counts added, the outage that came nearest to its mark or furthest over it, evidence side by side. */
export function combined(verdicts: readonly Verdict[]): Verdict {
  const [first, ...rest] = verdicts
  if (rest.length === 0) return first!
  const sum = (name: 'sent' | 'acked' | 'controls' | 'controlsAcked' | 'lost' | (typeof counts)[number]) =>
    verdicts.reduce((total, verdict) => total + verdict[name], 0)
  const over = ({ longestOutageMs, outageMsMax }: Verdict) => longestOutageMs - outageMsMax
  const worst = verdicts.reduce((a, b) => (over(b) > over(a) ? b : a))
  return {
    ...first!,
    sent: sum('sent'),
    acked: sum('acked'),
    controls: sum('controls'),
    controlsAcked: sum('controlsAcked'),
    missing: sum('missing'),
    duplicated: sum('duplicated'),
    gaps: sum('gaps'),
    misordered: sum('misordered'),
    neverShownLive: sum('neverShownLive'),
    leaked: sum('leaked'),
    unreadWrong: sum('unreadWrong'),
    viewsDiffer: sum('viewsDiffer'),
    lost: sum('lost'),
    longestOutageMs: worst.longestOutageMs,
    outageMsMax: worst.outageMsMax,
    evidence: {
      injected: verdicts.every((verdict) => verdict.evidence.injected === true),
      runs: verdicts.map((verdict) => verdict.evidence),
    },
  }
}

export function table(verdicts: readonly Verdict[]): string {
  const names = ['sent', 'acked', 'controls', 'controlsAcked', ...counts, 'lost', 'longestOutageMs', 'outageMsMax'] as const
  const rows = [
    ['scenario', ...names, ''],
    ...verdicts.map((verdict) => {
      const reasons = failures(verdict)
      return [
        verdict.scenario,
        ...names.map((name) => String(verdict[name])),
        reasons.length === 0 ? 'passed' : `FAILED: ${reasons.join(', ')}`,
      ]
    }),
  ]
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((row) => row[i]!.length)))
  return rows
    .map((row) =>
      row
        .map((cell, i) => (i === 0 || i === row.length - 1 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
