// `node packed-chat.ts <api address> [app]`: proves the packed SDK against any deployment where users may register;
// exits 0 when it is complete, typed, and chats over both transports.
import { installPacked } from './packed-project.ts'

const [apiUrl, appId = 'demo'] = process.argv.slice(2)
if (!apiUrl) throw new Error('usage: packed-chat.ts <api address> [app]')
const project = await installPacked()
try {
  const installed = await project.installed()
  if (installed.join() !== '@skein/client') throw new Error(`it drags in ${installed.join(', ')}`)
  await project.typeCheck()
  for (const line of await project.chat({ apiUrl, appId })) console.log(JSON.stringify(line))
} finally {
  await project.remove()
}
