// Who came since some moment, against an account of who is here, and what it costs to find them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { PeopleHere } from './people-here.ts'

const step = fc.record({
  what: fc.constantFrom('came', 'came', 'came', 'went', 'went'),
  appId: fc.constantFrom('acme', 'other'),
  userId: fc.constantFrom(...'abcdefgh'),
  connection: fc.constantFrom({ id: 'phone' }, { id: 'laptop' }),
})

test('who came after is who is here and was not then, in their order, whoever comes and goes', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 30, maxLength: 120, size: 'max' }), (steps) => {
      const people = new PeopleHere()
      let arrivals = 0
      const account: { appId: string; userId: string; arrival: number; open: { id: string }[] }[] = []
      for (const { what, appId, userId, connection } of steps) {
        people[what]({ appId, userId }, connection)
        const at = account.findIndex((one) => one.appId === appId && one.userId === userId)
        if (what === 'came' && at < 0) account.push({ appId, userId, arrival: ++arrivals, open: [connection] })
        else if (what === 'came') account[at]!.open.push(connection)
        else if (at >= 0 && account[at]!.open.includes(connection)) {
          account[at]!.open.splice(account[at]!.open.indexOf(connection), 1)
          if (account[at]!.open.length === 0) account.splice(at, 1)
        }
        for (const app of ['acme', 'other'])
          for (let after = 0; after <= arrivals; after++) {
            const expected = account.filter((one) => one.appId === app && one.arrival > after)
            assert.deepEqual(
              people.cameAfter(app, after).map((person) => person.userId),
              expected.map((one) => one.userId),
            )
          }
      }
      assert.equal(people.newest, arrivals)
    }),
    { numRuns: 200 },
  )
})

test('to find who came costs no more where many are here', () => {
  // Everybody of the app was looked at whenever somebody had come since: on a node of a hundred thousand a second of logins took a second of looking.
  const app = { appId: 'acme' }
  const comings = (here: number): number => {
    const people = new PeopleHere()
    for (let i = 0; i < here; i++) people.came({ ...app, userId: `u${i}` }, { id: 'phone' })
    const from = performance.now()
    for (let i = 0; i < 500; i++) {
      const before = people.newest
      people.came({ ...app, userId: `new${i}` }, { id: 'phone' })
      assert.equal(people.cameAfter('acme', before).length, 1)
      assert.equal(people.cameAfter('acme', people.newest).length, 0)
      people.went({ ...app, userId: `u${i}` }, { id: 'gone' })
    }
    return performance.now() - from
  }
  const least = (here: number) => Math.min(...Array.from({ length: 4 }, () => comings(here)))
  const [few, many] = [least(1_000), least(100_000)]
  // Everybody looked at, a thousand times, would be a tenth of a second at least.
  assert.ok(many < few * 20 + 50, `${few} ms where few are here, ${many} ms where many are`)
})
