// Which numbers commands, events and requests may hold. Records keep numbers as Avro longs, whose codec takes one less than what is
// exact in a double: the edge that lets a number in asks here, so that none comes further than it can be written.

export const countMax = Number.MAX_SAFE_INTEGER - 1

/** Whether a number is a count, a position or a time: whole, not negative, and of those that every codec can hold. */
export const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0 && value <= countMax
