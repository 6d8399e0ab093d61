// Where a switch over commands or events ends.

/** No case for this one: the compiler names the place, and a record of a later release stops its partition. */
export function unhandled(message: never): never {
  throw new Error(`no case for ${(message as { type: string }).type}`)
}
