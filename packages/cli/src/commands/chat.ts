// `skein chat`: talk from the terminal. With a terminal on stdin it is a prompt; otherwise it reads lines to the end of
// its input, waits until they are stored, and stays for as long as --wait says.
import { password as askPassword, isCancel } from '@clack/prompts'
import { type Client, callApi, createClient, fileStorage, SkeinError } from '@skein/client'
import { Command, InvalidArgumentError, Option } from 'commander'
import { addressIn, httpAddress, localApi } from '../api-address.ts'
import { chatHelp } from '../chat/commands.ts'
import { leaveStored } from '../chat/leaving.ts'
import { createNames } from '../chat/names.ts'
import { type ChatOutput, jsonOutput, plainOutput } from '../chat/output.ts'
import { createPlaces } from '../chat/places.ts'
import { runLines } from '../chat/run-lines.ts'
import { Talk } from '../chat/talk.ts'
import { openTerminal, type Terminal } from '../chat/terminal.ts'
import { exitCodeHelp, exitCodes } from '../exit-codes.ts'
import type { Surroundings } from '../surroundings.ts'

interface ChatOptions {
  api: string
  app: string
  user: string
  password?: string
  register?: boolean
  displayName?: string
  to?: string
  group?: string
  device: string
  transport?: 'ws' | 'tcp'
  store?: string
  json?: boolean
  wait: number
  patience: number
}

function seconds(text: string): number {
  const value = Number(text)
  if (!(value >= 0)) throw new InvalidArgumentError('seconds, 0 or more')
  return value
}

export function chatCommand(surroundings: Surroundings): Command {
  return new Command('chat')
    .description('Talk to people and groups')
    .option('--api <url>', 'address of the HTTP API', httpAddress, localApi)
    .option('--app <id>', 'the business the user belongs to', 'demo')
    .requiredOption('--user <name>', 'user name')
    .option('--password <text>', 'others on this machine can read it here: leave it out and be asked, or set SKEIN_PASSWORD')
    .option('--register', 'register the user first; a user that exists already just logs in')
    .option('--display-name <text>', 'with --register: a name for applications that show one; here people go by their user names')
    .option('--to <name>', 'talk to this user')
    .option('--group <id>', 'talk to this group, by its name or id')
    .option('--device <id>', 'this installation; a second login of the same device ends the first', 'cli')
    .addOption(new Option('--transport <kind>', 'ws or tcp; the first the server offers when left out').choices(['ws', 'tcp']))
    .option('--store <file>', 'keep unsent messages and what was seen in this file')
    .option('--json', 'print JSON lines')
    .option('--wait <seconds>', 'stay this long after the end of the input (when it is not a terminal)', seconds, 0)
    .option('--patience <seconds>', 'how long a server may answer nothing when this ends, or reads from a pipe', seconds, 15)
    .addHelpText('after', chatExplained)
    .action((options: ChatOptions) => chat(options, surroundings))
}

const chatExplained = `
  ./skein chat --user alice --register --to bob

Once in, this can be typed; text from a pipe is stored before the next command:

${chatHelp().replaceAll(/^/gm, '  ')}

${exitCodeHelp}
130  Ctrl-C while it waited for the server`

async function passwordOf(options: ChatOptions, { env, stdin, stdout }: Surroundings): Promise<string> {
  const given = options.password ?? env.SKEIN_PASSWORD
  if (given !== undefined) return given
  if (!stdin.isTTY) throw new SkeinError('INVALID_ARGUMENT', 'give SKEIN_PASSWORD: nobody can be asked')
  const typed = await askPassword({ message: `Password of ${options.user}`, input: stdin, output: stdout })
  if (isCancel(typed)) throw new SkeinError('INVALID_ARGUMENT', 'no password')
  return String(typed)
}

async function register(options: ChatOptions, password: string): Promise<void> {
  const body = { userName: options.user, password, displayName: options.displayName ?? options.user }
  try {
    await callApi(addressIn(options.api, options.app, 'users'), { method: 'POST', body })
  } catch (error) {
    if (!(error instanceof SkeinError) || error.code !== 'NAME_TAKEN') throw error
  }
}

async function chat(options: ChatOptions, surroundings: Surroundings): Promise<void> {
  const { stdin } = surroundings
  const password = await passwordOf(options, surroundings)
  if (options.register) await register(options, password)
  const storage = options.store ? await fileStorage(options.store) : undefined
  const client = createClient({
    apiUrl: options.api,
    appId: options.app,
    credentials: { userName: options.user, password },
    deviceId: options.device,
    platform: 'cli',
    clientName: 'skein-cli 0.1.0',
    ...(options.transport ? { transport: options.transport } : {}),
    ...(storage ? { storage } : {}),
  })
  const terminal = stdin.isTTY && !options.json ? openTerminal(stdin, surroundings.stdout) : null
  const patienceMs = options.patience * 1000
  const { talk, output } = openTalk(client, options, { terminal, stdout: surroundings.stdout })
  let isStored = true
  try {
    if (await connected(client, options, terminal)) {
      output.notice('connected', `${options.user} is connected to ${client.connection?.address ?? '?'}; /help lists what can be typed`)
      if (options.to) await talk.line(`/to @${options.to}`)
      if (options.group) await talk.line(`/to ${options.group}`)
      if (terminal) await terminal.run(talk)
      else await runLines(stdin, talk, client, { patienceMs, waitMs: options.wait * 1000 })
      terminal?.close()
      isStored = await leaveStored(talk, client, output, patienceMs)
    } else {
      isStored = false
      if (terminal?.ahead.length) output.notice('unsent', ['never connected, so not sent:', ...terminal.ahead].join('\n'))
    }
    await output.settled()
  } finally {
    terminal?.close()
    // An input that is still open must not keep the process alive after /quit.
    stdin.pause()
    if (typeof stdin.unref === 'function') stdin.unref()
    const { state } = client
    await client.close()
    await storage?.close?.()
    if (!isStored || state === 'stopped') surroundings.exitCode = exitCodes.cut
    else if (talk.failures > 0 && !terminal) surroundings.exitCode = exitCodes.refused
  }
}

function openTalk(
  client: Client,
  { json }: ChatOptions,
  { terminal, stdout }: { terminal: Terminal | null; stdout: NodeJS.WriteStream },
): { talk: Talk; output: ChatOutput } {
  const names = createNames(client)
  const places = createPlaces(client, names)
  const talk = new Talk({ client, names, places, onPlace: terminal?.prompt ?? null })
  const print = terminal?.print ?? ((line: string) => stdout.write(`${line}\n`))
  const output = json ? jsonOutput(stdout) : plainOutput(print, names, places, (item) => talk.isOnScreen(item))
  talk.open(output)
  return { talk, output }
}

/** False when the person leaves first. A script waits only as long as its patience lasts. */
async function connected(client: Client, { api, patience }: ChatOptions, terminal: Terminal | null): Promise<boolean> {
  const up = client.connect().then(() => true)
  if (terminal) return Promise.race([up, terminal.left.then(() => false)])
  let timer: ReturnType<typeof setTimeout> | undefined
  const over = new Promise<never>((_, reject) => {
    const error = new SkeinError('API_UNREACHABLE', `${api} for ${patience} s`, { retriable: true })
    timer = setTimeout(reject, patience * 1000, error)
  })
  return Promise.race([up, over]).finally(() => clearTimeout(timer))
}
