// The command behind `make up`, `make status`, `make down` and `make logs`. Reads its arguments and `SKEIN_HOME`, prints, and sets the exit code.

import { parseArgs } from 'node:util'
import { stackDown, stackLogs, stackStatus, stackUp } from './lasting-stack.ts'
import { formatBytes, formatTable } from './table.ts'

const help = `Real Kafka, schema registry, PostgreSQL and Redis for this work tree.

usage: node packages/local-stack/src/cli.ts <command> [options]

  up       start what is down, wait until all answer, print where they are
           --native     processes of this machine, even where Docker answers (first start only)
           --docker     Docker Compose (first start only)
  status   each server with its state, port, process and memory; exit code 1 unless all are up
  down     stop the servers; data, ports and secrets stay for the next start
           --volumes    delete them too
  logs     [kafka|registry|postgres|redis]  the last lines that the servers wrote
           --lines N    how many (100)

  --dir DIR   another place than .skein/stack
  --json      print one JSON object
  --help      this text

SKEIN_HOME is where downloaded servers are kept (.skein/servers).
`

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        native: { type: 'boolean' },
        docker: { type: 'boolean' },
        volumes: { type: 'boolean' },
        lines: { type: 'string', default: '100' },
        dir: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    })
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${help}`)
    process.exit(2)
  }
}

const { values, positionals } = readArguments()
const [command, server] = positionals
const log = { info: (fields: Record<string, unknown>, message: string) => console.error(message, JSON.stringify(fields)) }
const options = { dir: values.dir, home: process.env.SKEIN_HOME, log }

// The Kafka client computes a delay that may be negative; Node says so, and it means nothing.
process.removeAllListeners('warning')
process.on('warning', (warning) => {
  if (warning.name !== 'TimeoutNegativeWarning') console.error(String(warning))
})

async function up(): Promise<void> {
  const endpoints = await stackUp({ ...options, kind: values.native ? 'native' : values.docker ? 'docker' : undefined })
  if (values.json) return console.log(JSON.stringify(endpoints))
  console.log(
    formatTable([
      ['server', 'endpoint'],
      ['kafka', endpoints.kafka.bootstrap],
      ['registry', endpoints.registry.url],
      ['postgres', withoutPassword(endpoints.postgres.connectionString)],
      ['redis', withoutPassword(endpoints.redis.url)],
    ]),
  )
  console.log(`\n${endpoints.kind} stack is up; passwords are in stack.json beside its data`)
}

async function status(): Promise<void> {
  const servers = await stackStatus(options)
  const allUp = servers.length > 0 && servers.every((row) => row.state === 'up')
  if (!allUp) process.exitCode = 1
  if (values.json) return console.log(JSON.stringify({ up: allUp, servers }))
  if (servers.length === 0) return console.log('no stack: start one with `make up`')
  const rows = servers.map((row) => [row.name, row.state, String(row.port), String(row.pid ?? '-'), formatBytes(row.rssBytes)])
  console.log(formatTable([['server', 'state', 'port', 'pid', 'memory'], ...rows]))
}

function withoutPassword(url: string): string {
  const parsed = new URL(url)
  parsed.password = '***'
  return parsed.href
}

try {
  if (values.help || command === undefined) console.log(help)
  else if (command === 'up') await up()
  else if (command === 'status') await status()
  else if (command === 'down') await stackDown({ ...options, volumes: values.volumes })
  else if (command === 'logs') console.log(await stackLogs({ ...options, only: server, lines: Number(values.lines) }))
  else throw new Error(`unknown command ${command}\n\n${help}`)
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 2
}
