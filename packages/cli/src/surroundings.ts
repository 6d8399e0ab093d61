// What a command needs of the process it runs in: handed in by the entry, so that tests can give their own.

export interface Surroundings {
  readonly argv: string[]
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdin: NodeJS.ReadStream
  readonly stdout: NodeJS.WriteStream
  readonly stderr: NodeJS.WriteStream
  exitCode?: number | string | null | undefined
}
