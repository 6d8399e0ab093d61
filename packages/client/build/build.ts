// Builds what is published of this package into dist/: one ESM file for Node and bundlers, one minified file for
// browsers, declaration files, and a package.json without dependencies: contracts and protobufjs are bundled, and the
// declarations name nothing outside the package. `npm pack ./packages/client/dist` then makes the tarball.
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BuildOptions, build, type Plugin } from 'esbuild'

const packageDirectory = fileURLToPath(new URL('..', import.meta.url))
const root = fileURLToPath(new URL('../../..', import.meta.url))
const browserBytesMax = 300_000
const contractFiles = ['packet', 'ids', 'generated/errors']

/** The node link and the topics are between servers: their messages and codecs stay out of the bundle. */
const withoutServers: Plugin = {
  name: 'without-servers',
  setup(on) {
    on.onLoad({ filter: /generated\/link\.js$/ }, () => ({ contents: 'export const skein = { link: { v1: {} } }' }))
    on.onLoad({ filter: /contracts\/src\/record-codec\.ts$/ }, () => ({
      contents: 'export const allSchemas = undefined, createCommandCodec = undefined, createEventCodec = undefined',
    }))
  },
}

export async function buildClient(out: string = join(packageDirectory, 'dist')): Promise<string> {
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out, { recursive: true })
  const shared: BuildOptions = {
    entryPoints: [join(packageDirectory, 'src/index.ts')],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    external: ['node:*'],
    plugins: [withoutServers],
    logLevel: 'error',
  }
  await build({ ...shared, platform: 'neutral', mainFields: ['module', 'main'], outfile: join(out, 'index.js') })
  await build({ ...shared, platform: 'browser', minify: true, outfile: join(out, 'browser.js') })
  const bytes = statSync(join(out, 'browser.js')).size
  if (bytes > browserBytesMax) throw new Error(`browser bundle: ${bytes} bytes, limit ${browserBytesMax}`)
  declarations(join(out, 'types'))
  describe(out)
  return out
}

function declarations(out: string): void {
  const emitted = mkdtempSync(join(tmpdir(), 'skein-types-'))
  const configPath = join(emitted, 'tsconfig.json')
  const config = {
    extends: join(root, 'tsconfig.json'),
    compilerOptions: {
      noEmit: false,
      declaration: true,
      emitDeclarationOnly: true,
      outDir: join(emitted, 'out'),
      rootDir: join(root, 'packages'),
      typeRoots: [join(root, 'node_modules/@types')],
    },
    include: [],
    files: [join(packageDirectory, 'src/index.ts'), ...contractFiles.map((name) => join(root, 'packages/contracts/src', `${name}.ts`))],
  }
  writeFileSync(configPath, JSON.stringify(config))
  execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', configPath], { stdio: 'inherit' })

  const contracts = join(out, 'contracts')
  mkdirSync(contracts, { recursive: true })
  const client = join(emitted, 'out/client/src')
  for (const name of readdirSync(client)) {
    if (name.endsWith('.d.ts')) writeFileSync(join(out, name), local(readFileSync(join(client, name), 'utf8'), './contracts/index.js'))
  }
  for (const name of contractFiles) {
    const text = readFileSync(join(emitted, 'out/contracts/src', `${name}.d.ts`), 'utf8')
    writeFileSync(join(contracts, `${name.split('/').at(-1)}.d.ts`), local(text, './index.js'))
  }
  const wire = readFileSync(join(root, 'packages/contracts/src/generated/wire.d.ts'), 'utf8')
  writeFileSync(
    join(contracts, 'wire.d.ts'),
    wire.replace(/^import .*protobufjs";$/m, 'import type * as $protobuf from "./protobuf-runtime.js";').replace(/^import Long = .*$/m, ''),
  )
  writeFileSync(join(contracts, 'protobuf-runtime.d.ts'), protobufRuntime)
  writeFileSync(join(contracts, 'index.d.ts'), contractsIndex)
  rmSync(emitted, { recursive: true })
}

/** Imports as they are in the published package. */
const local = (text: string, contracts: string) =>
  text.replaceAll(/(['"])@skein\/contracts\1/g, `'${contracts}'`).replaceAll(/(['"])(\.\.?\/[^'"]+)\.ts\1/g, "'$2.js'")

const protobufRuntime = `// What the messages' declarations need of protobufjs.
export interface Writer {
  finish(): Uint8Array
}
export interface Reader {
  readonly pos: number
  readonly len: number
}
export declare namespace util {
  interface ProtocolError extends Error {}
}
`

const contractsIndex = `export * from './errors.js'
export * from './ids.js'
export * from './packet.js'
export type { skein as WireTypes } from './wire.js'
import type { skein } from './wire.js'
export declare const wire: typeof skein.wire.v1
`

function describe(out: string): void {
  const source = JSON.parse(readFileSync(join(packageDirectory, 'package.json'), 'utf8')) as Record<string, unknown>
  const description = {
    name: source.name,
    version: source.version,
    description: source.description,
    license: source.license,
    type: 'module',
    sideEffects: false,
    engines: { node: '>=22' },
    main: './index.js',
    types: './types/index.d.ts',
    exports: {
      '.': { types: './types/index.d.ts', browser: './browser.js', default: './index.js' },
      './browser.js': { types: './types/index.d.ts', default: './browser.js' },
    },
  }
  writeFileSync(join(out, 'package.json'), `${JSON.stringify(description, null, 2)}\n`)
  cpSync(join(packageDirectory, 'README.md'), join(out, 'README.md'))
  const license = join(root, 'LICENSE')
  if (existsSync(license)) cpSync(license, join(out, 'LICENSE'))
}

if (import.meta.main) console.log(await buildClient())
