// Brokers whose silence is noticed too late are warned of: what waits for another broker to take over gives up, or is given away, before.
import { defaultApiLimits } from '@skein/api'
import { defaultGatewayLimits } from '@skein/gateway'
import type { Logger } from '@skein/telemetry'
import type { Config } from './config.ts'

/** A command is given up after it; the shorter of the two edges. */
const commandDeadlineMs = Math.min(defaultApiLimits.commandDeadlineMs, defaultGatewayLimits.commandDeadlineMs)

/** `brokerMs` is how long a broker may be silent before others take its partitions. */
export function warnOfSilence(
  brokerMs: number,
  { sessionTimeoutMs }: Pick<Config, 'sessionTimeoutMs'>,
  logger: Pick<Logger, 'warn'>,
): void {
  const fields = { brokerSessionTimeoutMs: brokerMs, sessionTimeoutMs, commandDeadlineMs }
  const lower = 'lower broker.session.timeout.ms'
  if (brokerMs >= sessionTimeoutMs)
    logger.warn(fields, `a broker that is lost is replaced only after members lose their partitions: ${lower}`)
  if (brokerMs >= commandDeadlineMs) logger.warn(fields, `a broker that is lost is replaced only after commands are given up: ${lower}`)
}
