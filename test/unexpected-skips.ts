// A reporter beside `spec`: a run passes only when at least one test ran, and every skipped one gives a reason that begins with
// `UNVERIFIED:` and names something this machine cannot have. Those are listed, never counted as passed.

interface TestEvent {
  readonly type: string
  readonly data: { readonly name?: string; readonly file?: string; readonly skip?: string | boolean; readonly todo?: string | boolean }
}

export default async function* unexpectedSkips(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const unexpected = new Set<string>()
  const unverified = new Set<string>()
  let ran = 0
  for await (const { type, data } of source) {
    if (type !== 'test:pass' && type !== 'test:fail') continue
    ran += 1
    const left = data.skip ?? data.todo
    if (left === undefined || left === false) continue
    const line = `${data.name} (${data.file ?? '?'}): ${left === true ? 'no reason given' : left}`
    if (typeof left === 'string' && data.skip && left.startsWith('UNVERIFIED:')) unverified.add(line)
    else unexpected.add(line)
  }
  for (const line of unverified) yield `skipped, as this machine cannot have it: ${line}\n`
  for (const line of unexpected) yield `skipped without a good reason: ${line}\n`
  if (ran === 0) yield 'no test ran at all\n'
  if (unexpected.size > 0)
    yield `${unexpected.size} skipped tests fail this run: mend them, or say after UNVERIFIED: what this machine cannot have\n`
  if (unexpected.size > 0 || ran === 0) process.exitCode = 1
}
