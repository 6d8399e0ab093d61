// Rebuilds what the schemas make: the generated folders of contracts (types and codecs), domain (its table of rules) and client (its
// codec tables), and the tables of docs/protocol.md. CI runs it and fails when anything differs. Another root may be given, to
// compare with.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { avroModule } from './avro.ts'
import { errorsModule } from './errors.ts'
import { fieldTablesModule } from './field-tables.ts'
import { messagesModule } from './messages.ts'
import { packetsModule, requestsModule } from './packets.ts'
import { protocolPage } from './protocol-page.ts'
import { requestFieldsModule } from './request-fields.ts'
import { arbitrariesModule, rulesModule } from './rules.ts'
import { readWire, serverWire, wireMessages } from './wire.ts'

const root = join(import.meta.dirname, '../../..')
const schemas = join(root, 'schemas')
const outRoot = resolve(process.argv[2] ?? root)

function folder(packageName: string): string {
  const path = join(outRoot, 'packages', packageName, 'src/generated')
  mkdirSync(path, { recursive: true })
  return path
}
const [contracts, domain, client, testing] = [folder('contracts'), folder('domain'), folder('client'), folder('testing')]

const readJson = (...path: string[]) => JSON.parse(readFileSync(join(schemas, ...path), 'utf8'))
const readRecords = (name: string) =>
  readdirSync(join(schemas, name))
    .filter((file) => file.endsWith('.avsc'))
    .sort()
    .map((file) => readJson(name, file))

const [shared, commands, events] = [readRecords('shared'), readRecords('commands'), readRecords('events')]
const wire = readWire(join(schemas, 'wire'))
const messages = wireMessages(wire)
const packetFile = readJson('wire', 'packets.json')
const { errors } = readJson('errors.json')

writeFileSync(join(contracts, 'avro.ts'), avroModule({ shared, commands, events, aggregates: readJson('aggregates.json').aggregates }))
writeFileSync(join(contracts, 'errors.ts'), errorsModule(errors))
writeFileSync(join(contracts, 'messages.ts'), messagesModule(messages))
writeFileSync(join(contracts, 'packets.ts'), packetsModule(packetFile))
writeFileSync(join(contracts, 'requests.ts'), requestsModule({ file: packetFile, commands, shared, messages }))
writeFileSync(join(contracts, 'request-fields.ts'), requestFieldsModule(packetFile, messages))
writeFileSync(join(domain, 'rules.ts'), rulesModule(commands, events))
writeFileSync(join(testing, 'arbitraries.ts'), arbitrariesModule(commands))
writeFileSync(join(client, 'wire.ts'), fieldTablesModule(wire, packetFile))

const page = readFileSync(join(root, 'docs/protocol.md'), 'utf8')
mkdirSync(join(outRoot, 'docs'), { recursive: true })
writeFileSync(join(outRoot, 'docs/protocol.md'), protocolPage(page, { wire, packetFile, errors }))

const bin = (name: string) => join(root, 'node_modules/protobufjs-cli/bin', name)
const flags = ['--force-number', '--no-verify', '--no-convert', '--no-delimited', '--no-service', '--no-create', '--no-typeurl']

function staticModule(name: string, source: string): void {
  const script = join(contracts, `${name}.js`)
  execFileSync(process.execPath, [bin('pbjs'), '-t', 'static-module', '-w', 'es6', '-r', `skein-${name}`, ...flags, '-o', script, source], {
    cwd: root,
  })
  execFileSync(process.execPath, [bin('pbts'), '-o', join(contracts, `${name}.d.ts`), script], { cwd: root })
}

const seenByServers = join(contracts, 'wire.json')
writeFileSync(seenByServers, JSON.stringify(serverWire(wire)))
staticModule('wire', seenByServers)
rmSync(seenByServers)
staticModule('link', join(schemas, 'link/link.proto'))
