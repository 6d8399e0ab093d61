// `skein broadcast`: an operator tells everybody of an app something, or those alone who are connected, and watches how far it has been told, which
// is said on stderr. It is stored before anything is told: whoever interrupts it, or loses the answer, gives it again under the same id: it is told
// once, and watched from where it stands.
import { setTimeout as pause } from 'node:timers/promises'
import { callApi, newUuid, SkeinError } from '@skein/client'
import { Command, InvalidArgumentError } from 'commander'
import { addressIn } from '../api-address.ts'
import { lineOf } from '../exit-codes.ts'
import { jsonLine } from '../json-line.ts'
import { type OperatorOptions, operatorKeyOf, withOperatorOptions } from '../operator-key.ts'
import type { Surroundings } from '../surroundings.ts'

interface BroadcastOptions extends OperatorOptions {
  readonly online?: boolean
  readonly rate: number
  readonly id?: string
  /** How long to watch at most. */
  readonly watch: number
  readonly json?: boolean
}

interface Progress {
  readonly told: number
  readonly of: number
  readonly gateways: number
  readonly gatewaysAll: number
}

const pollMs = 500
/** Gateways say how far they have come with every refresh of their lease. */
const unheardMs = 5_000

export function broadcastCommand(surroundings: Surroundings): Command {
  const command = new Command('broadcast')
    .description('Tell everybody of an app something, for operators')
    .argument('<app>', 'id of the app')
    .argument('<text...>', 'what to tell')
    .option('--online', 'only those who are connected now; it is stored for nobody')
    .option('--rate <n>', 'connections that each gateway tells in a second; 0 for as many as the deployment allows', wholeNumber, 0)
    .option('--id <uuid>', 'of a broadcast that was interrupted: the same text under it is told once, and watched further')
    .option('--watch <seconds>', 'how long to watch it being told, at most', wholeNumber, 3_600)
  return withOperatorOptions(command)
    .option('--json', 'print JSON, a line at a time; progress goes to stderr, also without it')
    .addHelpText('after', '\n  skein broadcast shop "We are closed on Monday" --rate 500')
    .action((app: string, words: string[], options: BroadcastOptions) => broadcast(app, words.join(' '), options, surroundings))
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('a whole number')
  return Number(text)
}

async function broadcast(app: string, text: string, options: BroadcastOptions, surroundings: Surroundings): Promise<void> {
  const token = operatorKeyOf(options, surroundings)
  const { stdout, stderr } = surroundings
  const { api, rate: perSecond, online = false, json = false, id = newUuid() } = options
  const say = (to: NodeJS.WriteStream, record: object, line: string) => to.write(json ? jsonLine(record) : `${line}\n`)
  say(stdout, { type: 'asked', id }, `id ${id}`)
  const sent = await callApi(addressIn(api, app, 'broadcasts'), { token, method: 'POST', body: { id, text, online, perSecond } })
  say(stdout, { type: 'sent', ...sent }, online ? 'on its way to everybody online' : `stored as ${sent.seq} for everybody`)
  const url = addressIn(api, app, `broadcasts/${sent.messageId}`)
  const watched = await watch({
    progressOf: async () => (await callApi(url, { token })) as unknown as Progress,
    watchMs: options.watch * 1_000,
    come: (progress) => say(stderr, { type: 'progress', ...progress }, lineOfProgress(progress)),
    failed: (error) => say(stderr, { type: 'unanswered', code: error.code }, `${lineOf(error)} (asking again)`),
  })
  say(stdout, { type: 'done', ...watched }, watched.gateways > 0 ? lineOfProgress(watched) : 'told more than a minute ago, or to nobody')
}

const lineOfProgress = ({ told, of, gateways, gatewaysAll }: Progress): string =>
  `told ${told} of ${of} connections, by ${gateways} of ${gatewaysAll} gateways`

interface Watching {
  readonly progressOf: () => Promise<Progress>
  /** How long at most. */
  readonly watchMs: number
  /** Told of each step. */
  readonly come: (progress: Progress) => void
  /** Told when the API does not answer, which ends nothing: what is told goes on without it. */
  readonly failed: (error: SkeinError) => void
}

/** How far it was told once all gateways have told all of theirs. Of one that did so a while ago nothing is heard any more. */
async function watch({ progressOf, watchMs, come, failed }: Watching): Promise<Progress> {
  const beganAt = performance.now()
  for (let last = ''; ; ) {
    const progress = await progressOf().catch((error) => {
      if (!(error instanceof SkeinError && error.retriable)) throw error
      if (last !== error.code) failed(error)
      last = error.code
      return null
    })
    const ageMs = performance.now() - beganAt
    if (progress !== null) {
      const { told, of, gateways, gatewaysAll } = progress
      const allSaid = gatewaysAll > 0 && gateways === gatewaysAll
      if (told === of && (allSaid || ageMs > unheardMs)) return progress
      const line = JSON.stringify(progress)
      if (line !== last) come(progress)
      last = line
    }
    if (ageMs > watchMs)
      throw new SkeinError('TIMEOUT', 'it is still being told; give the same text with the same --id to watch further', { retriable: true })
    await pause(pollMs)
  }
}
