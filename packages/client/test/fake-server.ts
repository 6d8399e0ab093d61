// A fake deployment as a process of its own, for tests of other packages: prints the API's address, app `demo`, and ends
// when its input does. A line of its input lets its gateways misbehave from then on.
import { createInterface } from 'node:readline'
import { startFakeDeployment } from './fake-deployment.ts'
import type { FakeGateway } from './fake-gateway.ts'

const misbehaviour: Readonly<Record<string, (gateway: FakeGateway) => void>> = {
  /** Nothing is answered any more. */
  silent(gateway) {
    gateway.silent = true
  },
  /** Messages are refused for a while from the first on. */
  refuseAWhile(gateway) {
    let until = 0
    const isOver = () => {
      until ||= performance.now() + 1_500
      return performance.now() >= until
    }
    gateway.faults = { onRequest: (name) => (name !== 'send' || isOver() ? 'serve' : 'refuse') }
  },
}

const deployment = await startFakeDeployment()
console.log(deployment.api.url)
const reader = createInterface({ input: process.stdin })
reader.on('line', (name) => {
  deployment.gateways.forEach(misbehaviour[name]!)
  console.log(name)
})
reader.on('close', () => deployment.stop())
