// The life cycle of an owner of a partition, as a table of legal transitions.

export type OwnerPhase = 'idle' | 'claiming' | 'loading' | 'active' | 'fenced' | 'stopped'

const legal: Readonly<Record<OwnerPhase, readonly OwnerPhase[]>> = {
  idle: ['loading', 'stopped'],
  loading: ['claiming', 'fenced', 'stopped'],
  claiming: ['active', 'fenced', 'stopped'],
  active: ['claiming', 'fenced', 'stopped'],
  fenced: ['idle', 'stopped'],
  stopped: [],
}

/** Throws on a transition that is not in the table: a bug. */
export function nextPhase(from: OwnerPhase, to: OwnerPhase): OwnerPhase {
  if (!legal[from].includes(to)) throw new Error(`an owner cannot go from ${from} to ${to}`)
  return to
}
