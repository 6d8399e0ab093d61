// `make start`: everything in one process on embedded parts, and how to chat with it.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from './config.ts'
import { roleNames } from './config.ts'
import { runUntilSignal, startRoles } from './role-process.ts'

/** Where `make demo` and others find what is running. */
export const endpointsFile = 'endpoints.json'

export function startEmbedded(config: Config, options: { readonly json?: boolean }): Promise<void> {
  const embedded: Config = { ...config, roles: roleNames, servers: null, logLevel: config.logLevel === 'info' ? 'warn' : config.logLevel }
  return runUntilSignal(
    () => startRoles(embedded),
    (ready) => {
      writeFileSync(join(config.dataDir, endpointsFile), JSON.stringify(ready))
      if (options.json) console.log(JSON.stringify(ready))
      else console.log(welcome(ready.api ?? '', ready.gateway, config.dataDir))
    },
  )
}

const welcome = (api: string, gateway: readonly string[], dataDir: string) => `
Skein is serving.

  HTTP API   ${api}
  clients    ${gateway.join('   ')}
  data       ${dataDir} (kept across restarts; delete it to begin anew)

Chat, in two other terminals:

  npx skein chat --api ${api} --app demo --user alice --password correct-horse --register
  npx skein chat --api ${api} --app demo --user bob --password battery-staple --register --to alice

Or let it play a scripted conversation: make demo
`
