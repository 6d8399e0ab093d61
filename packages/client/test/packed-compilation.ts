// The declarations of the published package as a stranger's compiler reads them, from a file of theirs.
import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const compiler = fileURLToPath(new URL('../../../node_modules/typescript/bin/tsc', import.meta.url))

const typed = `import { type Client, createClient, decode, encode, type Item, SkeinError, wire } from '@skein/client'

export async function use(client: Client = createClient({ appId: 'demo', token: 't', deviceId: 'd', gateways: ['tcp://h:1'] })): Promise<string> {
  client.on('message', (message) => message.text?.toUpperCase())
  // @ts-expect-error there is no such event
  client.on('mesage', () => {})
  const { seq }: { seq: number } = await client.send('d:a:b', 'hello', { replyTo: 1 })
  for await (const item of client) {
    const known: Item = item
    if (known.type === 'MembersAdded') return known.members[0]!.userId + seq
  }
  const frame: Uint8Array = encode(wire.Error, { code: 'X', detail: '', retriable: false, retryAfterMs: 0 })
  const decoded: string = decode(wire.Error, frame).code
  return new SkeinError(decoded, '').code
}
`

/** In a directory whose node_modules has the package: rejects with what the compiler says. */
export async function compileAgainst(directory: string): Promise<void> {
  await writeFile(join(directory, 'use.mts'), typed)
  const strictly = ['--noEmit', '--strict', '--skipLibCheck', 'false', '--types', '']
  const flags = [...strictly, '--target', 'es2022', '--module', 'nodenext', 'use.mts']
  await run(process.execPath, [compiler, ...flags], { cwd: directory }).catch((error: { stdout: string }) => {
    throw new Error(error.stdout)
  })
}
