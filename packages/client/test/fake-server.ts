// A fake deployment as a process of its own, for tests of other packages: prints the API's address, app `demo`, and ends
// when its input does.
import { startFakeDeployment } from './fake-deployment.ts'

const deployment = await startFakeDeployment()
console.log(deployment.api.url)
process.stdin.resume()
process.stdin.on('end', () => deployment.stop())
