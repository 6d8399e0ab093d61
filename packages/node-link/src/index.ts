export type { LinkDelivery, LinkKick, LinkListener, LinkReply, NodeLink } from './node-link.ts'
export type { ConnectionInfo, NodeInfo, Presence } from './presence.ts'
