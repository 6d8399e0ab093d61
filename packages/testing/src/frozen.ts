// Readers of one process may be given one and the same event, and so may what its writer folds: whoever changes it changes it for the others.

/** The value, which throws from now on when it is changed, whatever the depth; bytes, which cannot be held so, left out. */
export function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || Object.isFrozen(value)) return value
  for (const part of Object.values(value)) frozen(part)
  return Object.freeze(value)
}
