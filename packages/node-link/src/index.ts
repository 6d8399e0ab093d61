export { createInProcessNodeLinkHub } from './in-process-node-link.ts'
export { createInProcessPresence, InProcessPresenceHub } from './in-process-presence.ts'
export type { LinkLimits } from './link-limits.ts'
export type { LinkFrame } from './link-route.ts'
export { createLocalFrames } from './local-frames.ts'
export type {
  GroupAnnouncement,
  LinkDelivery,
  LinkEverybody,
  LinkKick,
  LinkListener,
  LinkReply,
  NodeLink,
  RoomId,
  StayStep,
} from './node-link.ts'
export type { Announced, ConnectionInfo, NodeInfo, Presence } from './presence.ts'
export type { PresenceLimits } from './presence-limits.ts'
export { createRedisNodeLink, nodeChannel } from './redis-node-link.ts'
export { createRedisPresence } from './redis-presence.ts'
