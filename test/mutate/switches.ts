// A file with all of its mutants in it, each behind a switch: one load serves for every one of them. `isOn(n)` of a global says whether
// mutant n is to act, and learns that its place was reached.
import type { Mutant } from './mutants.ts'

/** The global that holds the switches. */
export const switchName = '__skeinMutantIsOn'

interface Place {
  readonly start: number
  readonly end: number
  readonly kind: Mutant['place']
  readonly variants: { readonly id: number; readonly becomes: string }[]
}

/** Mutants of one place together, in their order: outermost first. */
function placesOf(mutants: readonly Mutant[], firstId: number): Place[] {
  const places = new Map<string, Place>()
  for (const [i, { start, end, place: kind, becomes }] of mutants.entries()) {
    const key = `${start} ${end} ${kind}`
    const place = places.get(key) ?? { start, end, kind, variants: [] }
    place.variants.push({ id: firstId + i, becomes })
    places.set(key, place)
  }
  return [...places.values()]
}

const isOn = (id: number) => `globalThis.${switchName}(${id})`

function switched({ kind, variants }: Place, inner: string): string {
  const [first] = variants
  switch (kind) {
    // In braces of its own, so that an else behind it stays where it belongs.
    case 'statement':
      return `{ if (!${isOn(first!.id)}) { ${inner} } }`
    case 'body':
      return `{ if (${isOn(first!.id)}) return; ${inner.slice(1)}`
    case 'expression':
      return `(${variants.map(({ id, becomes }) => `${isOn(id)} ? (${becomes}) : `).join('')}(${inner}))`
  }
}

/** The text with its mutants in it, as mutantsOf() gives them; the first of them has the number `firstId`, the others follow. */
export function withSwitches(text: string, mutants: readonly Mutant[], firstId: number): string {
  const places = placesOf(mutants, firstId)
  let next = 0
  const render = (start: number, end: number): string => {
    let out = ''
    let at = start
    while (next < places.length && places[next]!.start < end) {
      const place = places[next]!
      next += 1
      out += text.slice(at, place.start) + switched(place, render(place.start, place.end))
      at = place.end
    }
    return out + text.slice(at, end)
  }
  return render(0, text.length)
}
