// What a value says, whatever it was made of. What is decoded is of a class for each schema and has its bytes in Buffers; what is handed over
// within a process is as whoever made it left it.

/** Fields and bytes alone. A field that is there and undefined is not one that is missing. */
export function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return `bytes ${Buffer.from(value.buffer, value.byteOffset, value.length).toString('hex')}`
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plain(part)]))
}
