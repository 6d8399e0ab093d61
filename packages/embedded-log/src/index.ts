export type { EmbeddedLogLimits } from './limits.ts'
export { defaultLimits } from './limits.ts'
export type { EmbeddedLog } from './open-embedded-log.ts'
export { openEmbeddedLog } from './open-embedded-log.ts'
