// Which code a test was run on: the commit, and a hash of what was changed since.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const outputBytesMax = 256 * 1024 * 1024

/** `<commit>`, or `<commit>+<hash>` of a checkout with changes; null where there is no commit. */
export function testedState(root: string): string | null {
  // Within a hook of git they name another checkout.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')))
  const git = (...words: string[]) =>
    execFileSync('git', words, { cwd: root, env, maxBuffer: outputBytesMax, stdio: ['ignore', 'pipe', 'ignore'], encoding: 'utf8' })
  let commit: string
  try {
    commit = git('rev-parse', 'HEAD').trim()
  } catch {
    return null
  }
  const added = git('ls-files', '-z', '--others', '--exclude-standard').split('\0').filter(Boolean)
  const changes = git('diff', 'HEAD', '--binary', '--no-ext-diff')
  if (changes === '' && added.length === 0) return commit
  const hash = createHash('sha256').update(changes)
  for (const path of added) {
    hash.update(`\0${path}\0`)
    if (existsSync(join(root, path))) hash.update(readFileSync(join(root, path)))
  }
  return `${commit}+${hash.digest('hex').slice(0, 16)}`
}
