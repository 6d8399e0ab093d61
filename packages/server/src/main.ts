// The program: one subcommand per way of running.
import { parseArgs } from 'node:util'
import { createLogger } from '@skein/telemetry'
import { ConfigError, readConfig } from './config.ts'
import { deploy } from './deploy.ts'
import { runUntilSignal, startRoles } from './role-process.ts'
import { startEmbedded } from './start.ts'
import { superviseRoles } from './supervisor.ts'
import { verifyViews } from './verify-views.ts'

const help = `Usage: skein-server <command> [options]

  start          all roles in this process, embedded: nothing needed but Node
  role           the roles of SKEIN_ROLES in this process; embedded, or on the servers of SKEIN_KAFKA_BROKERS and the like
  run            roles as separate processes on the stack of \`make up\`, two of each
  deploy         create topics, register schemas, migrate tables
  verify-views   rebuild every view from the log and compare it with the live one; exit 1 when they differ

Options:
  --json         one JSON object instead of text, where a command prints a result
  -h, --help     this text

Configuration is read from the environment: docs/operating/configuration.md lists every variable.
`

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } },
  })
  const command = positionals[0]
  if (values.help || command === undefined) {
    console.log(help)
    process.exitCode = values.help ? 0 : 2
    return
  }
  switch (command) {
    case 'start':
      return startEmbedded(readConfig(), values)
    case 'role':
      return runUntilSignal(
        () => startRoles(readConfig()),
        (ready) => console.log(JSON.stringify(ready)),
      )
    case 'run':
      return superviseRoles(readConfig(), values)
    case 'deploy': {
      const config = readConfig()
      if (!config.servers) throw new ConfigError('deploy is for the real stack: set SKEIN_KAFKA_BROKERS and the like')
      console.log(JSON.stringify(await deploy(config, config.servers, createLogger({ level: config.logLevel }))))
      return
    }
    case 'verify-views':
      process.exitCode = await verifyViews(readConfig(), values)
      return
    default:
      console.error(`there is no command ${command}\n\n${help}`)
      process.exitCode = 2
  }
}

try {
  await main()
} catch (error) {
  const { code, message, cause } = error as { code?: string; message: string; cause?: unknown }
  if (code === 'CONFIG' || code === 'MISCONFIGURED') console.error(message)
  else console.error(error, cause ?? '')
  process.exit(2)
}
