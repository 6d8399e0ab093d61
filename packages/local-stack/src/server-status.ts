// How a server of the lasting stack is, wherever it runs.

export interface ServerStatus {
  readonly name: string
  readonly state: 'up' | 'down' | 'silent'
  readonly port: number
  readonly pid?: number | undefined
  readonly rssBytes?: number | undefined
}
