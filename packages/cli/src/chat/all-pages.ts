// A list that comes in pages, whole.

type Page<List extends string, Entry> = Readonly<Record<List, readonly Entry[]>> & { readonly more: boolean }

/** All entries of a list; each page is asked for behind the last entry of the one before, the first behind none. */
export async function allPages<List extends string, Entry>(
  list: List,
  ask: (last: Entry | undefined) => Promise<Page<List, Entry>>,
): Promise<readonly Entry[]> {
  const found: Entry[] = []
  for (let more = true; more; ) {
    const page = await ask(found.at(-1))
    found.push(...page[list])
    more = page.more && page[list].length > 0
  }
  return found
}
