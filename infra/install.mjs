// Behind `make install`: installs what package-lock.json pins, and the optional uWebSockets.js where GitHub answers. Runs on any Node
// that can run npm, because Node 24 itself is one of the things installed. A uWebSockets.js that is there already stays.
// With --when-stale it does nothing where node_modules holds what the lock file says.

import { spawnSync } from 'node:child_process'
import { existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, utimesSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const installed = join(root, 'node_modules/.package-lock.json')
const transport = join(root, 'node_modules/uWebSockets.js')
const aside = join(root, '.skein/uWebSockets.js')
const transportSource = 'github:uNetworking/uWebSockets.js#v20.52.0'
const transportTimeoutMs = 60_000

const isThere = (path) => {
  try {
    return Boolean(lstatSync(path))
  } catch {
    return false
  }
}

function npm(args, options = {}) {
  return spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32', ...options })
}

function isFresh() {
  if (!existsSync(installed)) return false
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const found = JSON.parse(readFileSync(installed, 'utf8')).packages
  return Object.entries(wanted).every(([path, { version, link, optional, peer }]) => {
    if (!path.startsWith('node_modules/')) return true
    if (path in found) return link || found[path].version === version
    return optional || peer
  })
}

/** The file's time is what make compares. */
function touch() {
  const now = new Date()
  utimesSync(installed, now, now)
}

if (process.argv.includes('--when-stale') && isFresh()) {
  touch()
  process.exit(0)
}

if (isThere(transport)) {
  mkdirSync(dirname(aside), { recursive: true })
  rmSync(aside, { recursive: true, force: true })
  renameSync(transport, aside)
}
// Also one that an installation left aside when it was interrupted.
const keeps = isThere(aside)
// npm itself may run on another Node than the one that is installed here: what it warns of then is nobody's concern.
console.log('installing what package-lock.json pins, Node 24 included')
const result = npm(['ci', '--loglevel=error', '--no-audit', '--no-fund'])
if (keeps && isThere(join(root, 'node_modules'))) {
  rmSync(transport, { recursive: true, force: true })
  renameSync(aside, transport)
}
if (result.error?.code === 'ENOENT') console.error('npm is not installed: install Node.js 24 (https://nodejs.org) and run make again')
if (result.status !== 0) process.exit(result.status ?? 1)

if (!keeps) {
  const environment = { ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_SSH_COMMAND: 'ssh -oBatchMode=yes -oConnectTimeout=5' }
  const flags = ['--no-save', '--fetch-retries=0', '--allow-git=root', '--loglevel=silent']
  npm(['install', ...flags, transportSource], { env: environment, stdio: 'ignore', timeout: transportTimeoutMs })
  if (!isThere(transport)) console.log('uWebSockets.js is not within reach; the WebSocket transport will be ws')
}
touch()
