// The program of the thread of the views. Compiled code is kept as it is for the process, which a thread does not take over from it: hence
// nothing else is imported before that is switched on.
import { enableCompileCache, flushCompileCache } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import type { ViewsThreadData } from './views-of-thread.ts'

const { config, compileCache } = workerData as ViewsThreadData
if (compileCache !== null) enableCompileCache(compileCache)
const { serveViews } = await import('./views-of-thread.ts')
serveViews(parentPort!, config)
flushCompileCache()
