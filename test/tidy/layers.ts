// Which package may import which: the one table behind the dependency rules and behind the diagram in ARCHITECTURE.md. It speaks of
// what ships; tests may import any package that their package.json declares.

export interface Layer {
  readonly title: string
  /** Package -> the packages it may import. */
  readonly packages: Readonly<Record<string, readonly string[]>>
}

const pure = ['contracts', 'event-sourcing']

export const layers: readonly Layer[] = [
  { title: 'vocabulary and ports', packages: { 'event-sourcing': [] } },
  { title: 'schemas made into code', packages: { contracts: [] } },
  { title: 'pure core', packages: { domain: pure, projections: [...pure, 'domain'] } },
  { title: 'observation and time', packages: { telemetry: [], timing: [] } },
  { title: 'machinery that knows no chat word', packages: { runtime: ['event-sourcing', 'telemetry', 'timing'] } },
  {
    title: 'adapters',
    packages: {
      'kafka-log': [...pure, 'telemetry', 'timing'],
      'embedded-log': [...pure, 'telemetry'],
      'view-store': [...pure, 'projections', 'telemetry', 'timing'],
      'node-link': ['contracts', 'telemetry', 'timing'],
      'local-stack': [],
    },
  },
  {
    title: 'what edges share',
    packages: { 'command-desk': [...pure, 'node-link', 'telemetry', 'timing'] },
  },
  {
    title: 'edges',
    packages: {
      api: [...pure, 'command-desk', 'domain', 'node-link', 'projections', 'telemetry', 'timing'],
      delivery: [...pure, 'domain', 'node-link', 'projections', 'telemetry', 'timing'],
      gateway: [...pure, 'command-desk', 'domain', 'node-link', 'projections', 'telemetry', 'timing'],
    },
  },
  { title: 'clients', packages: { client: ['contracts'], cli: ['client'] } },
  {
    title: 'composition root',
    packages: {
      server: [
        ...[
          'api',
          'command-desk',
          'contracts',
          'delivery',
          'domain',
          'embedded-log',
          'event-sourcing',
          'gateway',
          'kafka-log',
          'local-stack',
        ],
        ...['node-link', 'projections', 'runtime', 'telemetry', 'timing', 'view-store'],
      ],
    },
  },
  { title: 'for tests only', packages: { testing: [...pure, 'domain'] } },
]

export const mayImport: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  layers.flatMap((layer) => Object.entries(layer.packages).map(([name, imports]) => [name, new Set(imports)] as const)),
)

/** Without clock, chance, input or output. */
export const purePackages: readonly string[] = ['domain', 'projections']

export const diagramStart = '<!-- dependency diagram: made by test/tidy/layers.ts, checked by make check -->'
export const diagramEnd = '<!-- end of dependency diagram -->'

/** The text between the markers in ARCHITECTURE.md, markers and code fence included. */
export function dependencyDiagram(): string {
  const names = [...mayImport.keys()]
  const width = Math.max(...names.map((name) => name.length))
  const lines = layers.flatMap((layer) => [
    '',
    layer.title,
    ...Object.entries(layer.packages).map(
      ([name, imports]) => `  ${name.padEnd(width)}  ${imports.length ? `-> ${[...imports].sort().join(', ')}` : '-'}`,
    ),
  ])
  return [diagramStart, '```text', ...lines.slice(1), '```', diagramEnd].join('\n')
}
