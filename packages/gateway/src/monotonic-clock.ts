// The clock by which the gateway measures: it never goes back, whatever happens to the time of day.

export const monotonicMs = (): number => performance.now()
