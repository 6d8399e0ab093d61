// A directory of a server as a backup of it holds it.
import { execFile } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { promisify } from 'node:util'

/** With its owners and modes. */
export async function copyTree(from: string, to: string): Promise<void> {
  await promisify(execFile)('cp', ['-a', from, to])
}

/** In the place of what is there. */
export async function putBack(backup: string, to: string): Promise<void> {
  await rm(to, { recursive: true })
  await copyTree(backup, to)
}
