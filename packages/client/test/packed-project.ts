// The published package as a stranger gets it: built, packed, installed into an empty project with nothing else in it,
// type-checked by that project's own .mts file, and made to chat by the built JavaScript. Takes any deployment: an API
// address and an app where users may register.
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { buildClient } from '../build/build.ts'
import { compileAgainst } from './packed-compilation.ts'

const run = promisify(execFile)

export interface PackedProject {
  readonly directory: string
  /** Names under node_modules: the package and whatever it drags in. */
  installed(): Promise<string[]>
  typeCheck(): Promise<void>
  /** Two users register and talk over both transports; the lines that the built package printed. */
  chat(deployment: { apiUrl: string; appId: string }): Promise<Record<string, unknown>[]>
  remove(): Promise<void>
}

const chatting = `const [apiUrl, appId] = process.argv.slice(2)
for (const transport of ['ws', 'tcp']) {
  // What browsers load runs in Node too, where there is no TCP for it to know of.
  const { callApi, createClient, directConversationId } = await import(transport === 'ws' ? '@skein/client/browser.js' : '@skein/client')
  const stamp = transport + Math.random().toString(36).slice(2, 10)
  const people = await Promise.all(['ann', 'ben'].map(async (name) => {
    const credentials = { userName: name + '-' + stamp, password: 'correct horse battery' }
    await callApi(apiUrl + '/v1/' + appId + '/users', { method: 'POST', body: { ...credentials, displayName: name } })
    const client = createClient({ apiUrl, appId, credentials, deviceId: 'packed', transport })
    await client.connect()
    return client
  }))
  const [ann, ben] = people
  const conversationId = directConversationId(ann.userId, ben.userId)
  const heard = new Promise((resolve) => ben.on('message', resolve))
  const answered = new Promise((resolve) => ann.on('message', (message) => message.actorId === ben.userId && resolve(message)))
  const { seq } = await ann.send(conversationId, 'hello from a tarball')
  const message = await heard
  await ben.send(conversationId, 'and back', { replyTo: seq })
  const answer = await answered
  console.log(JSON.stringify({ transport, heard: message.text, answer: answer.text, replyTo: answer.replyTo, seq: answer.seq }))
  for (const client of people) await client.close()
}
`

export async function installPacked(): Promise<PackedProject> {
  const directory = await mkdtemp(join(tmpdir(), 'skein-packed-'))
  const built = await buildClient(join(directory, 'built'))
  const npm = (args: string[]) => run('npm', args, { cwd: directory, timeout: 120_000 })
  await npm(['pack', built, '--pack-destination', directory])
  const tarball = (await readdir(directory)).find((name) => name.endsWith('.tgz'))!
  await rm(built, { recursive: true })
  await writeFile(join(directory, 'package.json'), JSON.stringify({ name: 'empty', version: '1.0.0', private: true, type: 'module' }))
  // Offline: it must need nothing from a registry.
  await npm(['install', '--offline', '--no-audit', '--no-fund', `./${tarball}`])
  await writeFile(join(directory, 'chat.mjs'), chatting)
  return {
    directory,
    async installed() {
      const names = await readdir(join(directory, 'node_modules'))
      const scoped = names
        .filter((name) => name.startsWith('@'))
        .map(async (scope) => (await readdir(join(directory, 'node_modules', scope))).map((name) => `${scope}/${name}`))
      return [...names.filter((name) => !name.startsWith('@') && !name.startsWith('.')), ...(await Promise.all(scoped)).flat()]
    },
    typeCheck: () => compileAgainst(directory),
    async chat({ apiUrl, appId }) {
      // As a page whose security policy forbids eval.
      const flags = ['--disallow-code-generation-from-strings']
      const { stdout } = await run(process.execPath, [...flags, 'chat.mjs', apiUrl, appId], { cwd: directory, timeout: 60_000 })
      return stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, unknown>)
    },
    remove: () => rm(directory, { recursive: true, force: true }),
  }
}

/** Source of the file that browsers load. */
export const browserBundle = (project: PackedProject): Promise<string> =>
  readFile(join(project.directory, 'node_modules/@skein/client/browser.js'), 'utf8')
