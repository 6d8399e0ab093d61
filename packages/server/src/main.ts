// The program. Compiled code and stripped types are kept between runs, by content, which halves the time of loading them:
// hence nothing else is imported before that is switched on. Where the installation cannot be written, nothing is kept.
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

enableCompileCache(fileURLToPath(new URL('../../../node_modules/.cache/node', import.meta.url)))
// People see nothing for seconds else, and of a first start for half a minute.
if (process.argv[2] === 'start' && process.argv.length === 3) console.error('loading Skein')
const { run } = await import('./program.ts')
await run()
