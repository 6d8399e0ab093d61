// `skein app`: what operators do about the apps of their deployment.
import { Command } from 'commander'
import type { Surroundings } from '../surroundings.ts'
import { appBroadcasterCommand } from './app-broadcaster.ts'
import { appPolicyCommand } from './app-policy.ts'

export function appCommand(surroundings: Surroundings): Command {
  return new Command('app')
    .description('Look after the apps of a deployment, for operators')
    .addCommand(appPolicyCommand(surroundings))
    .addCommand(appBroadcasterCommand(surroundings))
}
