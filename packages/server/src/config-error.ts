/** What was asked for is missing or wrong, and an operator can put it right: the message says what. */
export class ConfigError extends Error {
  readonly code = 'CONFIG'
}
