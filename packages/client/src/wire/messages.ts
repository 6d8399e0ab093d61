// The messages of the protocol by their names, for programs that want the wire itself.
import * as wire from '../generated/wire.ts'

export { wire }
