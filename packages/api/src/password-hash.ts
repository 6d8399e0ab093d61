// Passwords as PHC strings: argon2id with its parameters, salt and hash in one line, so that parameters can be raised and
// older rows still verify. Comparison takes the same time wherever the first difference is.
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'

export interface PasswordParameters {
  readonly memoryKiB: number
  readonly passes: number
  readonly parallelism: number
}

/** OWASP's recommendation for argon2id with one lane. */
export const defaultPasswordParameters: PasswordParameters = { memoryKiB: 19_456, passes: 2, parallelism: 1 }

const saltBytes = 16
const hashBytes = 32
const argon2Version = 19
const phcPattern = /^\$argon2id\$v=19\$m=(\d{1,8}),t=(\d{1,4}),p=(\d{1,3})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/

interface Phc {
  readonly parameters: PasswordParameters
  readonly salt: Buffer
  readonly hash: Buffer
}

export async function hashPassword(password: string, parameters: PasswordParameters): Promise<string> {
  const salt = randomBytes(saltBytes)
  return formatPhc({ parameters, salt, hash: await derive(password, salt, hashBytes, parameters) })
}

/** Rejects for a string that is not a PHC string of argon2id: a damaged row must not read as a wrong password. */
export async function verifyPassword(password: string, phc: string): Promise<boolean> {
  const { parameters, salt, hash } = parsePhc(phc)
  return timingSafeEqual(await derive(password, salt, hash.length, parameters), hash)
}

/** Whether a row was hashed with other parameters than these. */
export function isOutdated(phc: string, parameters: PasswordParameters): boolean {
  const stored = parsePhc(phc).parameters
  return stored.memoryKiB !== parameters.memoryKiB || stored.passes !== parameters.passes || stored.parallelism !== parameters.parallelism
}

/** A string no password verifies against, which costs as much to try as a real one. */
export function decoyHash(parameters: PasswordParameters): string {
  return formatPhc({ parameters, salt: randomBytes(saltBytes), hash: randomBytes(hashBytes) })
}

function derive(password: string, nonce: Buffer, tagLength: number, parameters: PasswordParameters): Promise<Buffer> {
  // Compatibility-normalized, because keyboards compose the same letters differently.
  const message = Buffer.from(password.normalize('NFKC'), 'utf8')
  const { memoryKiB: memory, passes, parallelism } = parameters
  return new Promise((resolve, reject) => {
    argon2('argon2id', { message, nonce, parallelism, tagLength, memory, passes }, (error, key) => (error ? reject(error) : resolve(key)))
  })
}

function formatPhc({ parameters, salt, hash }: Phc): string {
  const { memoryKiB, passes, parallelism } = parameters
  const unpadded = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '')
  return `$argon2id$v=${argon2Version}$m=${memoryKiB},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(hash)}`
}

function parsePhc(phc: string): Phc {
  const match = phcPattern.exec(phc)
  if (!match) throw new Error('a stored password hash is not a PHC string of argon2id')
  const [, memoryKiB, passes, parallelism, salt, hash] = match
  return {
    parameters: { memoryKiB: Number(memoryKiB), passes: Number(passes), parallelism: Number(parallelism) },
    salt: Buffer.from(salt!, 'base64'),
    hash: Buffer.from(hash!, 'base64'),
  }
}
