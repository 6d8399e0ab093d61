export { arbitraryUsers } from './arbitrary/small-world.ts'
export { arbitraryCommands } from './arbitrary-commands.ts'
export { assertUntilMet, tooFew } from './assert-until-met.ts'
export { eventLogContract } from './event-log-contract.ts'
export { eventually } from './eventually.ts'
export { frozen } from './frozen.ts'
export { arbitraries } from './generated/arbitraries.ts'
export { hostileRequests } from './hostile-requests.ts'
export { hostileTexts } from './hostile-values.ts'
export { createMemoryBroker } from './memory-log.ts'
export { plain } from './plain.ts'
export { aboutOf, plausibleIn } from './plausible.ts'
export type { PairStep } from './relation-account.ts'
export { arbitraryPairStep, pairCommand, pairConversation, pairUsers, RelationAccount } from './relation-account.ts'
export type { RightsAim, SentMessage } from './rights-commands.ts'
export { arbitraryRights, rightsCommand } from './rights-commands.ts'
export type { RightsCommand } from './rights-model.ts'
export { createRightsModel, toldOf } from './rights-model.ts'
export {
  sampleAppId,
  sampleCommand,
  sampleCommandMeta,
  sampleKey,
  sampleMessageSent,
  sampleSendMessage,
  textOf,
} from './samples.ts'
export type { ModelItem, VisibilityModel } from './visibility-model.ts'
export { createVisibilityModel } from './visibility-model.ts'
export type { World, WorldDecision } from './world.ts'
export { createWorld, foldOnto } from './world.ts'
