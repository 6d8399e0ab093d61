// What fake gateways read and write of live rooms.
import { type PacketName, wire } from '@skein/contracts'

export interface FakeSignal {
  readonly conversationId: string
  readonly senderId?: string
  readonly sentAtMs?: number
  readonly body?: { readonly contentType: string; readonly bytes: Uint8Array }
  readonly missed?: number
  readonly ended?: string
}

/** What a request about a live room names and says; null for any other. */
export function signalIn(name: PacketName, bytes: Uint8Array, senderId: string): FakeSignal | null {
  if (name !== 'followRoom' && name !== 'unfollowRoom' && name !== 'signal') return null
  if (name !== 'signal') return { conversationId: wire.FollowRoomRequest.decode(bytes).conversationId }
  const { conversationId, body } = wire.SignalRequest.decode(bytes)
  const { contentType, bytes: said } = body!
  return { conversationId, senderId, sentAtMs: Date.now(), body: { contentType: contentType!, bytes: Uint8Array.from(said!) } }
}

export function roomAnswer(name: PacketName, followers: number, roomName: string): Uint8Array {
  const settings = [
    { name: 'type', value: 'room' },
    { name: 'slowModeMs', value: '1000' },
  ]
  if (name === 'followRoom') return wire.FollowRoomReply.encode({ followers, name: roomName, settings }).finish()
  return name === 'signal' ? wire.SignalReply.encode({ sentAtMs: Date.now() }).finish() : wire.DoneReply.encode({}).finish()
}
