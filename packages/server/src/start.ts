// `make start`: everything in one process on embedded parts, and how to chat with it.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from './config.ts'
import { roleNames } from './config.ts'
import { viewsDirectory } from './embedded-views.ts'
import { runUntilSignal, startRoles } from './role-process.ts'
import { writeSynced } from './synced-files.ts'

/** Where `make demo` and others find what is running. */
export const endpointsFile = 'endpoints.json'

export function startEmbedded(config: Config, options: { readonly json?: boolean }): Promise<void> {
  const embedded: Config = { ...config, roles: roleNames, servers: null, logLevel: config.logLevel === 'info' ? 'warn' : config.logLevel }
  if (!options.json) console.error(preparing(config.dataDir))
  return runUntilSignal(
    () => startRoles(embedded),
    (ready) => {
      writeSynced(join(config.dataDir, endpointsFile), JSON.stringify(ready))
      if (options.json) console.log(JSON.stringify(ready))
      else console.log(welcome(ready.api ?? '', ready.gateway, config.dataDir))
    },
  )
}

const preparing = (dataDir: string): string =>
  existsSync(join(dataDir, viewsDirectory))
    ? `opening the log and the views in ${dataDir}`
    : `making a log and views in ${dataDir}, this once; later starts are quicker`

const welcome = (api: string, gateway: readonly string[], dataDir: string) => `
Skein is serving.

  HTTP API   ${api}
  clients    ${gateway.join('   ')}
  data       ${dataDir} (kept across restarts; delete it to begin anew)

Chat, in two other terminals; each asks for a password of its own (or takes SKEIN_PASSWORD):

  ./skein chat --api ${api} --user alice --register
  ./skein chat --api ${api} --user bob --register --to alice

Or let it play a scripted conversation: make demo
`
