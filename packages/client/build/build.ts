// Builds what is published of this package into dist/: one ESM file for Node and bundlers, one minified file for
// browsers, declaration files, and a package.json without dependencies: contracts are bundled, and the declarations name
// nothing outside the package. `npm pack ./packages/client/dist` then makes the tarball.
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { type BuildOptions, build, type Plugin } from 'esbuild'

const packageDirectory = fileURLToPath(new URL('..', import.meta.url))
const root = fileURLToPath(new URL('../../..', import.meta.url))
/** What a page loads; docs/decisions/0008-sdk-codec.md says what a packet costs of it. */
export const browserBytesMax = 120_000
export const browserGzipBytesMax = 40_000

/** Servers' codecs stand in contracts beside what clients need of it. Nothing here uses them: what they import is not looked for. */
const withoutServers: Plugin = {
  name: 'without-servers',
  setup(on) {
    on.onResolve({ filter: /^(avsc|protobufjs)(\/|$)/ }, ({ path }) => ({ path, external: true, sideEffects: false }))
  },
}

const shared: BuildOptions = {
  entryPoints: [join(packageDirectory, 'src/index.ts')],
  bundle: true,
  format: 'esm',
  target: 'es2022',
  external: ['node:*'],
  plugins: [withoutServers],
  logLevel: 'error',
}

/** The minified file for browsers. */
export async function browserBundle({ plugins = [] }: { plugins?: readonly Plugin[] } = {}): Promise<Uint8Array> {
  const all = [withoutServers, ...plugins]
  const { outputFiles } = await build({ ...shared, platform: 'browser', minify: true, plugins: all, write: false })
  return outputFiles[0]!.contents
}

export const gzipBytesOf = (bundle: Uint8Array): number => gzipSync(bundle, { level: 9 }).length

export async function buildClient(out: string = join(packageDirectory, 'dist')): Promise<string> {
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out, { recursive: true })
  await build({ ...shared, platform: 'neutral', mainFields: ['module', 'main'], outfile: join(out, 'index.js') })
  const browser = await browserBundle()
  const gzipBytes = gzipBytesOf(browser)
  if (browser.length > browserBytesMax) throw new Error(`browser bundle: ${browser.length} bytes, limit ${browserBytesMax}`)
  if (gzipBytes > browserGzipBytesMax) throw new Error(`browser bundle: ${gzipBytes} bytes by gzip, limit ${browserGzipBytesMax}`)
  writeFileSync(join(out, 'browser.js'), browser)
  declarations(join(out, 'types'))
  describe(out)
  return out
}

/** Files of contracts that clients share, of which the published package has its own index. */
const contractFiles = ['packet', 'ids', 'messages', 'text', 'generated/errors', 'generated/messages', 'generated/packets']
const contractsIndex = ['packet', 'ids', 'messages', 'text', 'generated/errors', 'generated/packets']
  .map((name) => `export * from './${name}.js'\n`)
  .join('')

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
  const client = join(emitted, 'out/client/src')
  const ownFiles = globSync('**/*.d.ts', { cwd: client }).map((file) => [join(client, file), file] as const)
  const shared = contractFiles.map((name) => [join(emitted, 'out/contracts/src', `${name}.d.ts`), `contracts/${name}.d.ts`] as const)
  for (const [from, file] of [...ownFiles, ...shared]) {
    mkdirSync(dirname(join(out, file)), { recursive: true })
    writeFileSync(join(out, file), published(readFileSync(from, 'utf8'), file))
  }
  writeFileSync(join(out, 'contracts/index.d.ts'), contractsIndex)
  rmSync(emitted, { recursive: true })
}

/** A declaration file with its imports as they are in the published package. */
function published(text: string, file: string): string {
  const contracts = `${'../'.repeat(file.split('/').length - 1) || './'}contracts/index.js`
  return text.replaceAll(/(['"])@skein\/contracts\1/g, `'${contracts}'`).replaceAll(/(['"])(\.\.?\/[^'"]+)\.ts\1/g, "'$2.js'")
}

function describe(out: string): void {
  const source = JSON.parse(readFileSync(join(packageDirectory, 'package.json'), 'utf8')) as Record<string, unknown>
  const description = {
    name: source.name,
    version: source.version,
    description: source.description,
    license: source.license,
    type: 'module',
    sideEffects: false,
    engines: { node: '>=22.13' },
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

// The path alone on stdout: programs read it.
if (import.meta.main) {
  const out = await buildClient()
  const browser = readFileSync(join(out, 'browser.js'))
  console.error(`browser.js: ${browser.length} bytes, ${gzipBytesOf(browser)} by gzip`)
  console.log(out)
}
