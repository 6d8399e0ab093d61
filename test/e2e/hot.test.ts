// Two hot processes, each gateway, API, processor and delivery, and two projectors on real servers: the whole suite. Whom a person talks to,
// and who owns their conversations, is in their process or in the other.
import { endToEnd, everybody } from './end-to-end.ts'
import { startReal } from './installation.ts'

endToEnd('hot processes', () => startReal('hot'), everybody)
