#!/usr/bin/env node
// The entry of the `skein` command: plain JavaScript that any Node can parse, so that an older one gets one line saying
// what to do instead of a syntax error.
const wanted = [24, 14]
const [major, minor] = process.versions.node.split('.').map(Number)

if (major < wanted[0] || (major === wanted[0] && minor < wanted[1])) {
  console.error(
    `skein needs Node ${wanted.join('.')} or newer, this is ${process.versions.node}: install it from https://nodejs.org, or run node_modules/.bin/node ${process.argv[1]}`,
  )
  process.exitCode = 1
} else {
  // Whoever reads what is printed may stop reading, as `head` does: what was typed is stored all the same.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error) => {
      if (error.code !== 'EPIPE') throw error
    })
  }
  const { main } = await import('../src/main.ts')
  await main(process)
  // By now everything is stored or said. A connection whose other side answers nothing must not keep the process.
  process.stdout.write('', () => process.exit())
}
