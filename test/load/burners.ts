// Another tenant of the machine: a process for each core that takes a share of it, beside what is measured or broken.
import { fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('./burner-process.ts', import.meta.url))

export interface Burners {
  readonly pids: readonly number[]
  burn(): void
  rest(): void
  close(): void
}

/** As it is written on a command line: more than 0, at most 1; null for anything else. */
export function shareOf(text: string): number | null {
  const share = text.trim() === '' ? Number.NaN : Number(text)
  return share > 0 && share <= 1 ? share : null
}

/** They rest until they are told to burn. */
export function startBurners(share: number): Burners {
  const children = Array.from({ length: availableParallelism() }, () => fork(program, [String(share)], { execArgv: [] }))
  const tell = (what: 'burn' | 'rest') => {
    for (const child of children) if (child.connected) child.send(what)
  }
  return {
    pids: children.map((child) => child.pid!),
    burn: () => tell('burn'),
    rest: () => tell('rest'),
    close() {
      for (const child of children) if (child.connected) child.disconnect()
    },
  }
}
