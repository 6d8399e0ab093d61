// Variables that look like ours and are none: mistyped, they would do nothing, and nobody would know why.

/** Of the other programs of this repository. */
const others = ['SKEIN_HOME', 'SKEIN_PASSWORD']
/** So many letters may be wrong, missing or too many for a name to be taken for another. */
const distanceMax = 3
/** Kubernetes gives every pod such ones for each service of its namespace: those of one called skein-something begin like ours. */
const ofKubernetes = /_SERVICE_HOST$|_SERVICE_PORT(_|$)|_PORT_\d+_(TCP|UDP|SCTP)/

/** A line for each, with the nearest right name where one is near. */
export function unknownVariables(env: Readonly<Record<string, string | undefined>>, known: readonly string[]): readonly string[] {
  const names = new Set([...known, ...others])
  return Object.entries(env).flatMap(([name, value]) => {
    if (!name.startsWith('SKEIN_') || names.has(name) || ofKubernetes.test(name) || value?.startsWith('tcp://')) return []
    const nearest = [...names].map((right) => ({ right, distance: distance(name, right) })).sort((a, b) => a.distance - b.distance)[0]!
    return nearest.distance <= distanceMax
      ? `${name} is no variable of Skein and does nothing: is ${nearest.right} meant?`
      : `${name} is no variable of Skein and does nothing: docs/operating/configuration.md lists them`
  })
}

/** Letters to be changed, added or taken away to make one of the other (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length]!
}
