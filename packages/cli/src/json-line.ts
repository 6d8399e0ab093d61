// JSON for programs, on one line. People read it at a terminal, too: what a terminal would obey, and what turns characters around, is escaped,
// which JSON allows anywhere in a text, so that programs read the same.
import { plainLine } from '@skein/client'

export const jsonLine = (value: unknown): string =>
  `${JSON.stringify(value).replaceAll(/[^ -~]/gu, (char) => (plainLine(char) === char ? char : escaped(char)))}\n`

const escaped = (char: string) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`
