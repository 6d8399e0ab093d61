// The files to be mutated with their mutants, numbered through, so that every process gives a mutant the same number.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Mutant, mutantsOf } from './mutants.ts'

export interface MutatedFile {
  readonly path: string
  readonly text: string
  readonly mutants: readonly Mutant[]
  /** Number of its first mutant. */
  readonly firstId: number
}

export function readMutatedFiles(root: string, paths: readonly string[]): readonly MutatedFile[] {
  let firstId = 0
  return paths.map((path) => {
    const text = readFileSync(join(root, path), 'utf8')
    const mutants = mutantsOf(path, text)
    const file = { path, text, mutants, firstId }
    firstId += mutants.length
    return file
  })
}

export const hashOf = (...texts: readonly string[]): string => {
  const hash = createHash('sha256')
  for (const text of texts) hash.update(`${text.length} ${text}`)
  return hash.digest('hex').slice(0, 32)
}
