// `skein chat`: talk from the terminal. With a terminal on stdin it is a prompt; otherwise it reads lines to the end of
// its input, waits until they are stored, and stays for as long as --wait says.
import { password as askPassword, isCancel } from '@clack/prompts'
import { callApi, createClient, fileStorage, SkeinError } from '@skein/client'
import { Command, InvalidArgumentError, Option } from 'commander'
import { addressIn, httpAddress } from '../api-address.ts'
import { createNames } from '../chat/names.ts'
import { jsonOutput, plainOutput } from '../chat/output.ts'
import { runLines } from '../chat/run-lines.ts'
import { Talk } from '../chat/talk.ts'
import { openTerminal } from '../chat/terminal.ts'
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
}

function seconds(text: string): number {
  const value = Number(text)
  if (!(value >= 0)) throw new InvalidArgumentError('seconds, 0 or more')
  return value
}

export function chatCommand(surroundings: Surroundings): Command {
  return new Command('chat')
    .description('Talk to people and groups')
    .requiredOption('--api <url>', 'address of the HTTP API, such as http://127.0.0.1:8080', httpAddress)
    .option('--app <id>', 'the business the user belongs to', 'demo')
    .requiredOption('--user <name>', 'user name')
    .option('--password <text>', 'asked for when left out; SKEIN_PASSWORD is taken as well')
    .option('--register', 'register the user first; a user that exists already just logs in')
    .option('--display-name <text>', 'with --register: the name others see')
    .option('--to <name>', 'talk to this user')
    .option('--group <id>', 'talk to this group')
    .option('--device <id>', 'this installation; a second login of the same device ends the first', 'cli')
    .addOption(new Option('--transport <kind>', 'ws or tcp; the first the server offers when left out').choices(['ws', 'tcp']))
    .option('--store <file>', 'keep unsent messages and what was seen in this file')
    .option('--json', 'print JSON lines')
    .option('--wait <seconds>', 'stay this long after the end of the input (when it is not a terminal)', seconds, 0)
    .addHelpText(
      'after',
      '\nOnce in, /help lists what can be typed.\n\n  skein chat --api http://127.0.0.1:8080 --user alice --register --to bob',
    )
    .action((options: ChatOptions) => chat(options, surroundings))
}

async function passwordOf(options: ChatOptions, { env, stdin, stdout }: Surroundings): Promise<string> {
  const given = options.password ?? env.SKEIN_PASSWORD
  if (given !== undefined) return given
  if (!stdin.isTTY) throw new SkeinError('INVALID_ARGUMENT', 'give --password or SKEIN_PASSWORD')
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
  const { stdin, stdout } = surroundings
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
  const names = createNames(client)
  const interactive = Boolean(stdin.isTTY) && !options.json
  const terminal = interactive ? openTerminal(stdin, stdout) : null
  const output = terminal
    ? plainOutput(terminal.print, names)
    : options.json
      ? jsonOutput(stdout)
      : plainOutput((line) => stdout.write(`${line}\n`), names)
  const talk = new Talk(client, output, names)
  try {
    await client.connect()
    output.notice('connected', `${options.user} is connected to ${client.connection?.address ?? '?'}; /help lists what can be typed`)
    if (options.to) await talk.line(`/to ${options.to}`)
    if (options.group) await talk.line(`/to ${options.group.startsWith('g:') ? options.group : `g:${options.group}`}`)
    if (terminal) await terminal.run(talk)
    else await runLines(stdin, talk, client, options.wait * 1000)
    await output.settled()
  } finally {
    terminal?.close()
    // An input that is still open must not keep the process alive after /quit.
    stdin.pause()
    if (typeof stdin.unref === 'function') stdin.unref()
    await client.close()
    await storage?.close?.()
  }
  if (talk.failures > 0 && !interactive) surroundings.exitCode = 1
}
