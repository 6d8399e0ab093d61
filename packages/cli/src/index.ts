export { commandNames } from './chat/commands.ts'
export { main } from './main.ts'
export type { Surroundings } from './surroundings.ts'
