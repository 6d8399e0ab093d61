// Rebuilds src/generated/ from schemas/: TypeScript types and inlined Avro schemas for commands and events, the error
// catalogue, and protobuf modules for client packets and the node link. CI runs it and fails when anything differs.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { avroModule } from './avro.ts'
import { errorsModule } from './errors.ts'

const root = join(import.meta.dirname, '../../..')
// Another directory may be given, to compare with.
const out = resolve(process.argv[2] ?? join(import.meta.dirname, '../src/generated'))
mkdirSync(out, { recursive: true })

const readSchemas = (folder: string) =>
  readdirSync(join(root, 'schemas', folder))
    .filter((file) => file.endsWith('.avsc'))
    .sort()
    .map((file) => JSON.parse(readFileSync(join(root, 'schemas', folder, file), 'utf8')))

writeFileSync(
  join(out, 'avro.ts'),
  avroModule({ shared: readSchemas('shared'), commands: readSchemas('commands'), events: readSchemas('events') }),
)
writeFileSync(join(out, 'errors.ts'), errorsModule(JSON.parse(readFileSync(join(root, 'schemas/errors.json'), 'utf8')).errors))

const bin = (name: string) => join(root, 'node_modules/protobufjs-cli/bin', name)
for (const [name, proto] of [
  ['wire', 'schemas/wire/packet.proto'],
  ['link', 'schemas/link/link.proto'],
] as const) {
  const script = join(out, `${name}.js`)
  const flags = ['--force-number', '--no-verify', '--no-convert', '--no-delimited', '--no-service', '--no-create', '--no-typeurl']
  execFileSync(process.execPath, [bin('pbjs'), '-t', 'static-module', '-w', 'es6', '-r', `skein-${name}`, ...flags, '-o', script, proto], {
    cwd: root,
  })
  execFileSync(process.execPath, [bin('pbts'), '-o', join(out, `${name}.d.ts`), script], { cwd: root })
}
