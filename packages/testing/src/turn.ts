// The shortest wait there is: whatever is due in this turn of the event loop comes first.

export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
