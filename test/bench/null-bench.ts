// The generator measured against a gateway that answers at once; with a planted fault, the checker checked.
import type { Arguments } from './arguments.ts'
import { startGenerator } from './generator.ts'
import { messageBytes } from './installation.ts'
import { startNullGateway } from './null-gateway.ts'
import { readUsage, spentBetween } from './process-usage.ts'
import { type BenchResult, resultOf } from './report.ts'

export async function benchNull(args: Arguments): Promise<BenchResult> {
  const gateway = await startNullGateway({ plant: args.plant })
  const generator = startGenerator()
  try {
    const addresses = gateway.addresses.filter((a) => args.transport === 'mixed' || a.startsWith(args.transport))
    const ends = Array.from({ length: args.connections }, (_, i) => {
      const userId = `null-${i}`
      return { address: addresses[(i + (i >> 2)) % addresses.length]!, appId: 'null', userId, token: userId }
    })
    await generator.open(ends, messageBytes)
    const { rate, warmupMs, durationMs } = args
    const pids = { generator: [generator.pid], 'null gateway': [process.pid] }
    const readings = { measuring: readUsage(pids), measured: readUsage(pids) }
    const result = await generator.run({ rate, warmupMs, durationMs, graceMs: 1000, settleMs: 0 }, (phase) => {
      readings[phase] = readUsage(pids)
    })
    for (const example of result.verdict.examples) console.log(example)
    return resultOf('null', { result, spent: spentBetween(readings.measuring, readings.measured), requests: {}, vacuumSeconds: 0 })
  } finally {
    generator.close()
    await gateway.close()
  }
}
