// Bodies of packets. A body that is not its message (bad protobuf, invalid UTF-8 in a text) is told from a fault of ours.

export class MalformedBody extends Error {
  constructor(cause: unknown) {
    super('the body does not parse', { cause })
    this.name = 'MalformedBody'
  }
}

/** Throws MalformedBody. */
export function decodeBody<T>(message: { decode(bytes: Uint8Array): T }, body: Uint8Array): T {
  try {
    return message.decode(body)
  } catch (cause) {
    throw new MalformedBody(cause)
  }
}
