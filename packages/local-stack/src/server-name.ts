// The servers that Skein runs on, in the order in which they start.

export type ServerName = 'kafka' | 'registry' | 'postgres' | 'redis'
export const serverNames: readonly ServerName[] = ['kafka', 'registry', 'postgres', 'redis']
