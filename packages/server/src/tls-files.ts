// The certificate and key of the gateway, looked at before anything is opened, so that a wrong path is one line that names it.
import { readFileSync } from 'node:fs'
import { createSecureContext } from 'node:tls'
import type { Config } from './config.ts'
import { ConfigError } from './config-error.ts'

export function checkTlsFiles({ certFile, keyFile }: NonNullable<Config['tls']>): void {
  const cert = contentOf('SKEIN_TLS_CERT', certFile)
  const key = contentOf('SKEIN_TLS_KEY', keyFile)
  try {
    createSecureContext({ cert, key })
  } catch (error) {
    throw new ConfigError(`SKEIN_TLS_CERT ${certFile} and SKEIN_TLS_KEY ${keyFile} are no certificate and key: ${(error as Error).message}`)
  }
}

function contentOf(variable: string, file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (error) {
    throw new ConfigError(`${variable}: ${file} cannot be read (${(error as NodeJS.ErrnoException).code})`)
  }
}
