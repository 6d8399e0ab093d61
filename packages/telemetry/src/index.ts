export type { Logger, LogLevel } from './logger.ts'
export { createLogger, silentLogger } from './logger.ts'
export type { Metrics } from './metrics.ts'
export { createMetrics } from './metrics.ts'
