// A prompt that stays usable while lines arrive: what is printed goes above it, and what was typed so far is kept.
import { clearLine, createInterface, cursorTo } from 'node:readline'
import type { Completions } from './completion.ts'
import type { Talk } from './talk.ts'

export interface Terminal {
  print(line: string): void
  /** Resolves when the person leaves. */
  run(talk: Talk): Promise<void>
  close(): void
}

export function openTerminal(input: NodeJS.ReadStream, output: NodeJS.WriteStream): Terminal {
  let talking: Talk | null = null
  const reader = createInterface({
    ...{ input, output, prompt: '> ', terminal: true },
    completer(line: string, answer: (error: null, completions: Completions) => void) {
      void (talking?.completions(line) ?? Promise.resolve<Completions>([[], line])).then((completions) => answer(null, completions))
    },
  })
  let prompting = false
  return {
    print(line) {
      if (!prompting) {
        output.write(`${line}\n`)
        return
      }
      clearLine(output, 0)
      cursorTo(output, 0)
      output.write(`${line}\n`)
      reader.prompt(true)
    },
    async run(talk) {
      prompting = true
      talking = talk
      reader.prompt()
      for await (const line of reader) {
        if (!(await talk.line(line))) break
        reader.prompt()
      }
    },
    close() {
      prompting = false
      reader.close()
    },
  }
}
