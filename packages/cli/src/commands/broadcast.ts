// `skein broadcast`: an operator tells everybody of an app something, or those alone who are connected, and watches how far it has been told. It is
// stored before anything is told: whoever interrupts it, or loses the answer, gives it again under the same id, and it goes on from there.
import { setTimeout as pause } from 'node:timers/promises'
import { callApi, newUuid, SkeinError } from '@skein/client'
import { Command, InvalidArgumentError } from 'commander'
import { addressIn } from '../api-address.ts'
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
    .option('--json', 'print JSON, a line at a time')
    .addHelpText('after', '\n  skein broadcast shop "We are closed on Monday" --rate 500')
    .action((app: string, words: string[], options: BroadcastOptions) => broadcast(app, words.join(' '), options, surroundings))
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('a whole number')
  return Number(text)
}

async function broadcast(app: string, text: string, options: BroadcastOptions, surroundings: Surroundings): Promise<void> {
  const token = operatorKeyOf(options, surroundings)
  const { api, rate: perSecond, online = false, json = false, id = newUuid() } = options
  const { stdout } = surroundings
  const say = (record: object, line: string) => stdout.write(json ? jsonLine(record) : `${line}\n`)
  say({ type: 'asked', id }, `id ${id}`)
  const sent = await callApi(addressIn(api, app, 'broadcasts'), { token, method: 'POST', body: { id, text, online, perSecond } })
  say({ type: 'sent', ...sent }, online ? 'on its way to everybody online' : `stored as ${sent.seq} for everybody`)
  const url = addressIn(api, app, `broadcasts/${sent.messageId}`)
  const progressOf = async () => (await callApi(url, { token })) as unknown as Progress
  await watch(progressOf, options.watch * 1_000, (progress, done) => {
    const { told, of, gateways, gatewaysAll } = progress
    const line = `told ${told} of ${of} connections, by ${gateways} of ${gatewaysAll} gateways`
    say({ type: done ? 'done' : 'progress', ...progress }, line)
  })
}

/** Until all gateways have told all of theirs; of one that was done long ago nothing is known any more. */
async function watch(
  progressOf: () => Promise<Progress>,
  watchMs: number,
  tell: (progress: Progress, done: boolean) => void,
): Promise<void> {
  const beganAt = performance.now()
  for (let last = ''; ; ) {
    const progress = await progressOf()
    const age = performance.now() - beganAt
    const { told, of, gateways, gatewaysAll } = progress
    const done = (told === of && gateways === gatewaysAll) || (gateways === 0 && age > unheardMs)
    const line = JSON.stringify(progress)
    if (done || line !== last) tell(progress, done)
    if (done) return
    if (age > watchMs)
      throw new SkeinError('TIMEOUT', 'it is still being told; give the same text with the same --id to watch further', { retriable: true })
    last = line
    await pause(pollMs)
  }
}
