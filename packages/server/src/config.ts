// Reads the environment once, by schema, and gives plain values; the only place that does. Secrets never have a default:
// where none is given, one is made at the first start and kept in the data directory, readable by its owner alone.
import { isAppId } from '@skein/contracts'
import type { LogLevel } from '@skein/telemetry'
import { z } from 'zod'
import { ConfigError } from './config-error.ts'
import { keptSecret } from './kept-secret.ts'
import { unknownVariables } from './unknown-variables.ts'

export const roleNames = ['gateway', 'api', 'processor', 'projector', 'delivery'] as const
export type RoleName = (typeof roleNames)[number]

/** In the list of roles, all that a message passes from its sender to those who are shown it. */
export const hot = 'hot'
export const hotRoles = ['gateway', 'api', 'processor', 'delivery'] as const satisfies readonly RoleName[]

const port = z.coerce.number().int().min(0).max(65_535)
const list = z.string().transform((text) =>
  text
    .split(',')
    .map((s) => s.trim())
    .filter(Boolean),
)
const anyApp = '*'
const flag = z.enum(['on', 'off']).transform((v) => v === 'on')

const environment = z.object({
  SKEIN_ROLES: list
    .default(() => [...roleNames])
    .pipe(z.array(z.enum([hot, ...roleNames])).min(1))
    .transform((names) => [...new Set(names.flatMap((name) => (name === hot ? hotRoles : [name])))]),
  /** Directory of the embedded log, the embedded views and generated secrets. */
  SKEIN_DATA_DIR: z.string().default('.skein/data'),
  /** Present: the real stack. Absent: embedded. */
  SKEIN_KAFKA_BROKERS: list.optional(),
  SKEIN_REGISTRY_URL: z.url().optional(),
  SKEIN_POSTGRES_URL: z.string().optional(),
  SKEIN_REDIS_URL: z.string().optional(),
  /** Names this installation where several share servers: prefix of transactional ids, groups and Redis keys; of topics, SKEIN_TOPIC_PREFIX is. PostgreSQL is not shared. */
  SKEIN_CLUSTER: z
    .string()
    .regex(/^[a-z0-9-]{1,32}$/)
    .default('skein'),
  SKEIN_TOPIC_PREFIX: z.string().default(''),
  SKEIN_TOPIC_PROFILE: z.enum(['single', 'cluster']).default('single'),
  SKEIN_PARTITIONS: z.coerce.number().int().min(1).max(1024).default(16),
  SKEIN_TOKEN_SECRET: z.string().min(32).optional(),
  SKEIN_OPERATOR_KEY: z
    .string()
    .regex(/^[!-~]{32,}$/, 'at least 32 letters, digits or signs, without spaces')
    .optional(),
  /** Ids of the apps served; `*` for any, besides those listed. */
  SKEIN_APPS: list
    .default([anyApp])
    .pipe(z.array(z.string().refine((id) => id === anyApp || isAppId(id), 'an app id is 1 to 64 of A-Z a-z 0-9 _ . -'))),
  SKEIN_HOST: z.string().default('127.0.0.1'),
  SKEIN_API_PORT: port.default(8080),
  SKEIN_WS_PORT: port.default(8081),
  SKEIN_TCP_PORT: port.default(8082),
  /** Of its own: where clients reach a process, nobody is to read what it measures. */
  SKEIN_OPS_HOST: z.string().default('127.0.0.1'),
  SKEIN_OPS_PORT: port.default(0),
  /** URLs told to clients in place of the listening addresses, such as wss://im.example.org. */
  SKEIN_WS_ADVERTISE: z.string().optional(),
  SKEIN_TCP_ADVERTISE: z.string().optional(),
  SKEIN_TLS_CERT: z.string().optional(),
  SKEIN_TLS_KEY: z.string().optional(),
  SKEIN_TRUSTED_PROXIES: list.default([]),
  SKEIN_PROXY_PROTOCOL: flag.default(false),
  SKEIN_WS_LIBRARY: z.enum(['uWebSockets.js', 'ws']).optional(),
  SKEIN_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  SKEIN_SESSION_TIMEOUT_MS: z.coerce.number().int().min(500).default(2500),
  SKEIN_HEARTBEAT_MS: z.coerce.number().int().min(50).default(400),
  /** Off only to prove that the broker alone keeps a second owner out. */
  SKEIN_SELF_FENCE: flag.default(true),
  /** Whether no other process appends commands. */
  SKEIN_SOLE_PRODUCER: flag.default(false),
  /** Registrations from one address before they are limited; raise it for load tests. */
  SKEIN_REGISTRATIONS_BURST: z.coerce.number().int().min(1).optional(),
  /** Groups with more members are announced to gateways instead of being looked up. */
  SKEIN_LARGE_ABOVE_MEMBERS: z.coerce.number().int().min(2).max(100_000).default(200),
  SKEIN_HOT_ITEMS: z.coerce.number().int().min(1).default(50),
  SKEIN_HOT_READ_MS: z.coerce
    .number()
    .int()
    .min(1000)
    .default(15 * 60_000),
})

export interface Servers {
  readonly brokers: readonly string[]
  readonly registryUrl: string
  readonly postgresUrl: string
  readonly redisUrl: string
}

export interface Config {
  readonly roles: readonly RoleName[]
  readonly dataDir: string
  /** null: embedded. */
  readonly servers: Servers | null
  readonly cluster: string
  readonly topicPrefix: string
  readonly topicProfile: 'single' | 'cluster'
  readonly partitionCount: number
  readonly tokenSecret: string
  /** undefined: the one kept in the data directory, which the first API process there makes. */
  readonly operatorKey: string | undefined
  readonly apps: readonly string[] | RegExp
  /** Apps that are named: they are registered at deploy. */
  readonly appsNamed: readonly string[]
  readonly host: string
  readonly apiPort: number
  readonly wsPort: number
  readonly tcpPort: number
  readonly opsHost: string
  readonly opsPort: number
  readonly wsAdvertise: string | undefined
  readonly tcpAdvertise: string | undefined
  readonly tls: { readonly certFile: string; readonly keyFile: string } | undefined
  readonly trustedProxies: readonly string[]
  readonly proxyProtocol: boolean
  readonly wsLibrary: 'uWebSockets.js' | 'ws' | undefined
  readonly logLevel: LogLevel
  readonly sessionTimeoutMs: number
  readonly heartbeatMs: number
  readonly selfFence: boolean
  readonly soleProducer: boolean
  readonly registrationsBurst: number | undefined
  readonly largeAboveMembers: number
  readonly hotItems: number
  readonly hotReadMs: number
}

/** Throws ConfigError naming every variable that is wrong. */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const parsed = environment.safeParse(env)
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map((issue) => whatIsWrong(issue, env)).join('\n'))
  const e = parsed.data
  return {
    roles: e.SKEIN_ROLES,
    dataDir: e.SKEIN_DATA_DIR,
    servers: serversOf(e),
    cluster: e.SKEIN_CLUSTER,
    topicPrefix: e.SKEIN_TOPIC_PREFIX,
    topicProfile: e.SKEIN_TOPIC_PROFILE,
    partitionCount: e.SKEIN_PARTITIONS,
    tokenSecret: e.SKEIN_TOKEN_SECRET ?? keptSecret(e.SKEIN_DATA_DIR, 'token-secret'),
    operatorKey: e.SKEIN_OPERATOR_KEY,
    apps: e.SKEIN_APPS.includes(anyApp) ? /^[A-Za-z0-9_.-]{1,64}$/ : e.SKEIN_APPS,
    appsNamed: e.SKEIN_APPS.filter((id) => id !== anyApp),
    host: e.SKEIN_HOST,
    apiPort: e.SKEIN_API_PORT,
    wsPort: e.SKEIN_WS_PORT,
    tcpPort: e.SKEIN_TCP_PORT,
    opsHost: e.SKEIN_OPS_HOST,
    opsPort: e.SKEIN_OPS_PORT,
    wsAdvertise: e.SKEIN_WS_ADVERTISE,
    tcpAdvertise: e.SKEIN_TCP_ADVERTISE,
    tls: tlsOf(e),
    trustedProxies: e.SKEIN_TRUSTED_PROXIES,
    proxyProtocol: e.SKEIN_PROXY_PROTOCOL,
    wsLibrary: e.SKEIN_WS_LIBRARY,
    logLevel: e.SKEIN_LOG_LEVEL,
    sessionTimeoutMs: e.SKEIN_SESSION_TIMEOUT_MS,
    heartbeatMs: e.SKEIN_HEARTBEAT_MS,
    selfFence: e.SKEIN_SELF_FENCE,
    soleProducer: e.SKEIN_SOLE_PRODUCER,
    registrationsBurst: e.SKEIN_REGISTRATIONS_BURST,
    largeAboveMembers: e.SKEIN_LARGE_ABOVE_MEMBERS,
    hotItems: e.SKEIN_HOT_ITEMS,
    hotReadMs: e.SKEIN_HOT_READ_MS,
  }
}

function whatIsWrong(issue: z.core.$ZodIssue, env: Readonly<Record<string, string | undefined>>): string {
  const name = issue.path.join('.')
  return issue.code === 'invalid_type' && issue.expected === 'number'
    ? `${name}: a number is wanted, and it is '${env[name]}'`
    : `${name}: ${issue.message}`
}

/** A line for each variable that looks like one of these and is none. */
export function unknownSettings(env: Readonly<Record<string, string | undefined>> = process.env): readonly string[] {
  return unknownVariables(env, Object.keys(environment.shape))
}

/** The variables this process was given, for processes that it starts; their roles, and a port that all would share, are not theirs. */
export function settingsForChildren(env: Readonly<Record<string, string | undefined>> = process.env): Record<string, string> {
  const kept = Object.entries(env).filter(([name]) => name.startsWith('SKEIN_') && name !== 'SKEIN_ROLES' && name !== 'SKEIN_OPS_PORT')
  return Object.fromEntries(kept) as Record<string, string>
}

function serversOf(e: z.infer<typeof environment>): Servers | null {
  const given = {
    brokers: e.SKEIN_KAFKA_BROKERS,
    registryUrl: e.SKEIN_REGISTRY_URL,
    postgresUrl: e.SKEIN_POSTGRES_URL,
    redisUrl: e.SKEIN_REDIS_URL,
  }
  const missing = Object.entries(given).filter(([, value]) => value === undefined)
  if (missing.length === Object.keys(given).length) return null
  if (missing.length > 0) {
    throw new ConfigError(
      'the real stack needs all of SKEIN_KAFKA_BROKERS, SKEIN_REGISTRY_URL, SKEIN_POSTGRES_URL and SKEIN_REDIS_URL; none of them means embedded',
    )
  }
  return given as Servers
}

function tlsOf(e: z.infer<typeof environment>): Config['tls'] {
  if (e.SKEIN_TLS_CERT === undefined && e.SKEIN_TLS_KEY === undefined) return undefined
  if (e.SKEIN_TLS_CERT === undefined || e.SKEIN_TLS_KEY === undefined) throw new ConfigError('SKEIN_TLS_CERT and SKEIN_TLS_KEY go together')
  return { certFile: e.SKEIN_TLS_CERT, keyFile: e.SKEIN_TLS_KEY }
}

/** For the log: what is configured, with secrets hidden. */
export function describeConfig(config: Config): object {
  const servers = config.servers && {
    ...config.servers,
    registryUrl: withoutPassword(config.servers.registryUrl),
    postgresUrl: withoutPassword(config.servers.postgresUrl),
    redisUrl: withoutPassword(config.servers.redisUrl),
  }
  return { ...config, servers, tokenSecret: '***', operatorKey: config.operatorKey && '***', apps: String(config.apps) }
}

function withoutPassword(address: string): string {
  if (!URL.canParse(address)) return '***'
  const url = new URL(address)
  if (url.password !== '') url.password = '***'
  for (const name of [...url.searchParams.keys()]) if (/password/i.test(name)) url.searchParams.set(name, '***')
  return url.href
}
