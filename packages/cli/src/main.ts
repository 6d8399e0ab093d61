// The `skein` command: every subcommand is one file under commands/, registered here. A refusal or a mistake ends with
// one line on stderr and one of exit-codes.ts; a stack trace is for bugs only.
import { SkeinError } from '@skein/client'
import { Command, CommanderError } from 'commander'
import { appCommand } from './commands/app.ts'
import { broadcastCommand } from './commands/broadcast.ts'
import { chatCommand } from './commands/chat.ts'
import { exitCodeHelp, exitCodeOf, exitCodes, lineOf } from './exit-codes.ts'
import type { Surroundings } from './surroundings.ts'

/** The whole command line, without running it. */
export function createProgram(surroundings: Surroundings): Command {
  const program = new Command('skein')
    .description('Skein from the terminal')
    .version('0.1.0')
    .addHelpText('after', `\n${exitCodeHelp}`)
    .showHelpAfterError('(add --help for what there is)')
    .configureOutput({
      writeOut: (text) => surroundings.stdout.write(text),
      writeErr: (text) => surroundings.stderr.write(text),
    })
    .exitOverride()
  for (const make of [chatCommand, appCommand, broadcastCommand]) program.addCommand(make(surroundings))
  inherit(program)
  return program
}

/** Lets every command speak and end as the one it belongs to. */
function inherit(command: Command): void {
  for (const child of command.commands) inherit(child.copyInheritedSettings(command))
}

/** Runs it and sets the exit code. */
export async function main(surroundings: Surroundings): Promise<void> {
  try {
    await createProgram(surroundings).parseAsync(surroundings.argv)
  } catch (error) {
    if (error instanceof CommanderError) {
      surroundings.exitCode = error.exitCode === 0 ? exitCodes.done : exitCodes.refused
      return
    }
    if (!(error instanceof SkeinError)) throw error
    surroundings.stderr.write(`${lineOf(error)}\n`)
    surroundings.exitCode = exitCodeOf(error)
  }
}
