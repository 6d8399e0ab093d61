// The HTTP API as people name it on a command line, and the addresses of what is in it.
import { InvalidArgumentError } from 'commander'

/** Of `make start` and of the first API of `make run`. */
export const localApi = 'http://127.0.0.1:8080'

export function httpAddress(text: string): string {
  if (!/^https?:\/\/./.test(text) || !URL.canParse(text)) throw new InvalidArgumentError(`an address such as ${localApi}`)
  return text
}

/** What a path names in an app. */
export const addressIn = (api: string, app: string, path: string): string =>
  `${api.replace(/\/$/, '')}/v1/${encodeURIComponent(app)}/${path}`
