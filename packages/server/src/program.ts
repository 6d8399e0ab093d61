// The program's commands, one per way of running.
import { parseArgs } from 'node:util'
import { createLogger } from '@skein/telemetry'
import { beginEpoch } from './begin-epoch.ts'
import { readConfig, unknownSettings } from './config.ts'
import { ConfigError } from './config-error.ts'
import { deploy } from './deploy.ts'
import { faultLine } from './fault-line.ts'
import { groupsToRun } from './layout.ts'
import { rebuildViews } from './rebuild-views.ts'
import { runUntilSignal, startRoles } from './role-process.ts'
import { startEmbedded } from './start.ts'
import { supervise } from './supervisor.ts'
import { verifyViews } from './verify-views.ts'

const help = `Usage: node packages/server/src/main.ts <command> [options]

  start          all roles in this process, embedded: nothing needed but Node       (make start)
  run            gateway, API, processor and delivery in one process, and the projector in another, on the stack of \`make up\`;
                 what dies is started again                                         (make run)
  verify-views   rebuild every view from the log and compare it with the live one   (make verify-views)
                 of the real stack while it is up, else of what \`make start\` left; exit code 1 when they differ
  rebuild-views  rebuild those views from the log and put them in the place of the live ones, while no role runs
  begin-epoch    after that log was put back from a backup, while no role runs: every device forgets what it knew of the log
                 before with its next sync, is told so and begins anew                (make begin-epoch)
  role           the roles of SKEIN_ROLES in this process: what a deployment runs, on SKEIN_KAFKA_BROKERS and the like
  deploy         create topics, register schemas, migrate tables, register apps; before the first \`role\` of a release

Options:
  --hot N        of run: so many processes of the first kind (1); a second takes over while one is away     (make run HOT=2)
  --layout L     of run: hot as above, or roles: two processes of each role (hot)                         (make run LAYOUT=roles)
  --json         one JSON object instead of text, where a command prints a result
  -h, --help     this text

Configuration is read from the environment: docs/operating/configuration.md lists every variable.
Exit code 2 when something is missing or wrong: the last line says what.
`

const portHint = 'choose another port with SKEIN_API_PORT, SKEIN_WS_PORT, SKEIN_TCP_PORT or SKEIN_OPS_PORT; 0 takes any that is free'

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
      layout: { type: 'string' },
      hot: { type: 'string' },
    },
  })
  const command = positionals[0]
  if (values.help || command === undefined) {
    if (values.help) console.log(help)
    else console.error(help)
    process.exitCode = values.help ? 0 : 2
    return
  }
  if (command !== 'run' && (values.layout !== undefined || values.hot !== undefined))
    throw new ConfigError('--layout and --hot are options of run')
  for (const line of unknownSettings()) console.error(line)
  switch (command) {
    case 'start':
      return startEmbedded(readConfig(), values)
    case 'role':
      return runUntilSignal(
        () => startRoles(readConfig()),
        (ready) => console.log(JSON.stringify(ready)),
      )
    case 'run':
      return supervise(readConfig(), groupsToRun(values), values)
    case 'deploy': {
      const config = readConfig()
      if (!config.servers) throw new ConfigError('deploy is for the real stack: set SKEIN_KAFKA_BROKERS and the like')
      console.log(JSON.stringify(await deploy(config, config.servers, createLogger({ level: config.logLevel }))))
      return
    }
    case 'verify-views':
      process.exitCode = await verifyViews(readConfig(), values)
      return
    case 'rebuild-views':
      return rebuildViews(readConfig(), values)
    case 'begin-epoch':
      return beginEpoch(readConfig(), values)
    default:
      console.error(`there is no command ${command}\n\n${help}`)
      process.exitCode = 2
  }
}

/** Messages, password hashes and secrets are nobody else's: whatever is made, its owner alone can read. */
const umask = 0o077

/** Runs the command of the command line; ends the process with exit code 2 when something is missing or wrong. */
export async function run(): Promise<void> {
  process.umask(umask)
  try {
    await main()
  } catch (error) {
    const { code, message, cause } = error as { code?: string; message: string; cause?: unknown }
    const line = faultLine(error)
    if (line !== null) console.error(line)
    else if (code?.startsWith('ERR_PARSE_ARGS')) console.error(`${message}\n\n${help}`)
    else if (/^(cannot listen on|listen E)/.test(message)) console.error(`${message}\n${portHint}`)
    else console.error(error, cause ?? '')
    process.exit(2)
  }
}
