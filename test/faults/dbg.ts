import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { openClusterInstallation } from '/work/main/test/faults/cluster-installation.ts'
import { startCluster } from '/work/main/test/load/cluster.ts'
import { gather } from './audience.ts'
import { createChance } from './chance.ts'
import { gaugesOf } from './gauges.ts'
import { newJournal } from './journal.ts'
import { settleTown } from './town.ts'

const cluster = await startCluster({})
const inst = await openClusterInstallation(cluster, { appId: 'fault-0', users: 120 })
const j = newJournal('x', 1)
const a = await gather(inst, j, () => performance.now())
const ch = createChance(1)
const places = await settleTown(a, { pairs: 150, groups: 60, changing: 1 }, ch)
const g = places.at(-1)!
const d = a.devicesOf(g.steady[0]!)[0]!
for (const p of places) a.send(a.devicesOf(p.steady[0]!)[0]!, p.conversationId, ch.uuid(), 1)
await delay(3000)
console.log(
  j.sends.filter((s) => s.ackedAtMs === null).length,
  d.client.unsent,
  d.client.connection?.room,
  d.client.connection?.inFlight,
  d.client.state,
)
console.log(await d.client.history(g.conversationId, { afterSeq: 1 }).catch((e) => e))
for (const c of [...cluster.of('gateway'), ...cluster.of('processor')])
  console.log(
    [...(await gaugesOf(c))]
      .filter(([, v]) => v)
      .map(([k, v]) => k.replace('skein_', '') + '=' + v)
      .join(' '),
  )
for (const f of readdirSync(cluster.dir + '/logs'))
  console.log(
    f,
    readFileSync(cluster.dir + '/logs/' + f, 'utf8')
      .split('\n')
      .slice(1)
      .filter((l) => !/"level":30/.test(l))
      .slice(-3)
      .join('\n')
      .slice(0, 2000),
  )
await a.close()
await inst.close()
await cluster.close()
