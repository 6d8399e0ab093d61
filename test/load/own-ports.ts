// Ports on which a process of a test is started, and started again. Of those that the system chooses a client that connects while nobody listens
// may be given the same, and keep the process from coming back (see freePort).
import { freePort } from '@skein/local-stack'

export interface OwnPorts extends Readonly<Record<string, string>> {
  readonly SKEIN_API_PORT: string
  readonly SKEIN_WS_PORT: string
  readonly SKEIN_TCP_PORT: string
}

export const ownPorts = async (): Promise<OwnPorts> => ({
  SKEIN_API_PORT: String(await freePort()),
  SKEIN_WS_PORT: String(await freePort()),
  SKEIN_TCP_PORT: String(await freePort()),
})
