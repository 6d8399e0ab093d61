// node:test for a process that runs the same tests again and again: test files that import it put their tests here, and nothing runs until
// it is asked for. Each test is a unit, and they run one after the other. What a group prepares is kept until the process ends.

type Run = (context: unknown) => unknown
type HookName = 'before' | 'after' | 'beforeEach' | 'afterEach'

interface Test {
  readonly name: string
  readonly run: Run
}

interface Group {
  readonly name: string
  readonly entries: (Test | Group)[]
  readonly hooks: Readonly<Record<HookName, Run[]>>
}

export interface Unit {
  readonly file: string
  readonly name: string
  readonly run: () => Promise<void>
}

const newGroup = (name: string): Group => ({ name, entries: [], hooks: { before: [], after: [], beforeEach: [], afterEach: [] } })
const isGroup = (entry: Test | Group): entry is Group => 'entries' in entry

/** Where tests are put at present: the group whose body runs; null between files. */
let open: Group | null = null

function openGroup(): Group {
  if (open === null) throw new Error('a test is made while none is loaded: within a test, t.test() makes one')
  return open
}

/** (name?, options?, run?), as node:test takes them. */
function given(words: readonly unknown[]): { readonly name: string; readonly isLeftOut: boolean; readonly run: Run } {
  const run = words.find((word) => typeof word === 'function') as Run | undefined
  const options = (words.find((word) => typeof word === 'object' && word !== null) ?? {}) as Partial<Record<'skip' | 'todo', unknown>>
  const name = typeof words[0] === 'string' ? words[0] : (run?.name ?? '')
  const isLeftOut = run === undefined || [options.skip, options.todo].some((left) => left !== undefined && left !== false)
  return { name, isLeftOut, run: run ?? (() => {}) }
}

function putTest(...words: readonly unknown[]): void {
  const { name, isLeftOut, run } = given(words)
  if (!isLeftOut) openGroup().entries.push({ name, run })
}

/** Its body runs at once, as that of node:test does. */
function putGroup(...words: readonly unknown[]): void {
  const { name, isLeftOut, run } = given(words)
  if (isLeftOut) return
  const around = openGroup()
  const group = newGroup(name)
  around.entries.push(group)
  open = group
  try {
    run({ name })
  } finally {
    open = around
  }
}

const putHook = (kind: HookName) => (run: Run) => void openGroup().hooks[kind].push(run)
const nothing = (..._words: readonly unknown[]): void => {}

export const test = Object.assign(putTest, { skip: nothing, todo: nothing })
export const describe = Object.assign(putGroup, { skip: nothing, todo: nothing })
export { describe as suite, test as it }
export const before = putHook('before')
export const after = putHook('after')
export const beforeEach = putHook('beforeEach')
export const afterEach = putHook('afterEach')

/** Groups whose `before` hooks have run, in that order. */
const prepared: Group[] = []

async function prepare(group: Group): Promise<void> {
  if (prepared.includes(group)) return
  for (const hook of group.hooks.before) await hook({ name: group.name })
  prepared.push(group)
}

/** Ends what groups have prepared, the last first. Nothing may run afterwards. */
export async function endGroups(): Promise<void> {
  for (const group of prepared.toReversed()) for (const hook of group.hooks.after) await hook({ name: group.name })
}

/** What a test is given: those within it run at once, and what it leaves is cleared when it ends. */
async function runTest({ name, run }: Test, around: readonly Group[]): Promise<void> {
  const leaving: Run[] = []
  const ended = new AbortController()
  const context = {
    name,
    signal: ended.signal,
    test: (...words: readonly unknown[]) => {
      const inner = given(words)
      return inner.isLeftOut ? Promise.resolve() : runTest(inner, [])
    },
    after: (hook: Run) => void leaving.unshift(hook),
    ...{ diagnostic: nothing, skip: nothing, todo: nothing, plan: nothing },
  }
  for (const group of around) await prepare(group)
  try {
    for (const { hooks } of around) for (const hook of hooks.beforeEach) await hook(context)
    await run(context)
  } finally {
    for (const { hooks } of around.toReversed()) for (const hook of hooks.afterEach) await hook(context)
    for (const hook of leaving) await hook(context)
    ended.abort()
  }
}

function unitsOf(file: string, around: readonly Group[]): Unit[] {
  const titles = around.slice(1).map(({ name }) => name)
  return around
    .at(-1)!
    .entries.flatMap((entry) =>
      isGroup(entry)
        ? unitsOf(file, [...around, entry])
        : [{ file, name: [...titles, entry.name].join(' > '), run: () => runTest(entry, around) }],
    )
}

/** The units that a file makes while `load` runs. */
export async function unitsWhile(file: string, load: () => Promise<unknown>): Promise<readonly Unit[]> {
  const whole = newGroup('')
  open = whole
  try {
    await load()
  } finally {
    open = null
  }
  return unitsOf(file, [whole])
}
