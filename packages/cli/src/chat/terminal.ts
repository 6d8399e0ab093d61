// A prompt that stays usable while lines arrive: what is printed goes above it, and what was typed so far is kept. Lines are taken one
// after another, also those that were typed before the chat began or just before the person left. Ctrl-C gives up what is half typed, and
// leaves where nothing is; Ctrl-D leaves; Ctrl-Z stops the job as a shell expects it.
import { clearScreenDown, createInterface, cursorTo, type Interface, moveCursor } from 'node:readline'
import type { Completions } from './completion.ts'
import type { Talk } from './talk.ts'

export interface Terminal {
  print(line: string): void
  /** Says in front of what is typed where it goes. */
  prompt(place: string): void
  /** Resolves when the person leaves, also before the chat has begun. */
  readonly left: Promise<void>
  /** Lines that nobody has taken yet. */
  readonly ahead: readonly string[]
  /** Resolves when every line is taken and the person has left. */
  run(talk: Talk): Promise<void>
  close(): void
}

/** A job that nobody stops, as no shell has it, is awake again after this. */
const awakeMs = 200

export function openTerminal(input: NodeJS.ReadStream, output: NodeJS.WriteStream): Terminal {
  let talking: Talk | null = null
  let isOpen = true
  let prompting = false
  const lines: string[] = []
  let wake = () => {}
  const reader = createInterface({
    ...{ input, output, prompt: '> ', terminal: true },
    completer(line: string, answer: (error: null, completions: Completions) => void) {
      void (talking?.completions(line) ?? Promise.resolve<Completions>([[], line])).then((completions) => answer(null, completions))
    },
  })
  const refresh = () => {
    if (isOpen && prompting) reader.prompt(true)
  }
  const print = (line: string) => {
    if (isOpen && prompting) {
      moveCursor(output, 0, -reader.getCursorPos().rows)
      cursorTo(output, 0)
      clearScreenDown(output)
    }
    output.write(`${line}\n`)
    refresh()
  }
  const left = new Promise<void>((resolve) => {
    reader.once('close', () => {
      if (prompting) output.write('\n')
      isOpen = false
      wake()
      resolve()
    })
  })
  reader.on('line', (line) => {
    lines.push(line)
    wake()
  })
  reader.on('SIGINT', () => giveUp(reader, print))
  reader.on('SIGTSTP', () => stopJob(input, refresh))

  return {
    print,
    prompt(place) {
      reader.setPrompt(`${place}> `)
      refresh()
    },
    left,
    ahead: lines,
    async run(talk) {
      prompting = true
      talking = talk
      for (;;) {
        const line = lines.shift()
        if (line !== undefined) {
          if (!(await talk.line(line))) return
        } else {
          if (!isOpen) return
          refresh()
          await new Promise<void>((resolve) => {
            wake = resolve
          })
        }
      }
    },
    close() {
      prompting = false
      reader.close()
    },
  }
}

/** What is half typed, or else the chat. */
function giveUp(reader: Interface, print: (line: string) => void): void {
  const { line } = reader
  if (line === '') {
    reader.close()
    return
  }
  for (const name of ['e', 'u']) reader.write(null, { ctrl: true, name })
  print(`${line} ^C`)
}

/** The whole job, such as npx and what it runs; when it goes on, keys come one by one again. */
function stopJob(input: NodeJS.ReadStream, refresh: () => void): void {
  let isBack = false
  const goOn = () => {
    if (isBack) return
    isBack = true
    process.off('SIGCONT', goOn)
    input.setRawMode(true)
    refresh()
  }
  process.once('SIGCONT', goOn)
  input.setRawMode(false)
  process.kill(0, 'SIGTSTP')
  setTimeout(goOn, awakeMs).unref()
}
