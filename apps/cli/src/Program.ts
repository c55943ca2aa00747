/**
 * The command line: from arguments to an answer.
 *
 * Convention: exit code 0 for yes (recalled, held), 1 for no, 2 when there is no answer: a file that cannot be read, an
 *             option that makes no sense.
 */
import { Command, CommanderError, Option } from 'commander'
import { either as E, taskEither as TE } from 'fp-ts'
import type { Typed as BamTyped } from './bam/Plan.js'
import type { Wishes as BamWishes } from './bam/command.js'
import { render, type Failure } from './Failure.js'
import type { Typed as GraphTyped } from './graph/command.js'
import type { Typed as RecallTyped } from './recall/Plan.js'
import type { Wishes as RecallWishes } from './recall/command.js'
import { paint } from './Terminal.js'
import type { Typed as VerifyTyped } from './verify/Plan.js'
import type { Wishes as VerifyWishes } from './verify/command.js'
import type { Answer, World } from './World.js'

/** Takes the answer of a command. */
type Deliver = (answer: Answer) => void

const failed = (failure: Failure): Answer => ({ out: '', err: `engram: ${render(failure)}\n`, code: 2 })

/** A command that is loaded only when it is called. */
const deliver = async (to: Deliver, task: Promise<TE.TaskEither<Failure, Answer>>): Promise<void> =>
  to(E.getOrElse(failed)(await (await task)()))

const ascii = (): ReadonlyArray<Option> => [
  new Option('--ascii', 'draw with ASCII characters only'),
  new Option('--no-ascii', 'draw with block characters, whatever the locale says'),
]

const recallCommand = (world: World, to: Deliver): Command => {
  const command = new Command('recall')
    .summary('store pictures and recall one of them from a part or a damaged copy')
    .description(
      'Stores pictures in a Hopfield network, classical or modern, and lets it run from a damaged copy of one of them, ' +
        'or from a picture of your own, until it comes to rest.',
    )
    .argument('<pictures...>', 'what to store: text files of glyphs (# and ., blocks between blank lines), PNG images')
    .optionsGroup('What to recall from:')
    .option('-p, --probe <file>', 'a picture, as glyphs or PNG')
    .option('-c, --corrupt <share>', 'a stored pattern, so much of it damaged (default: 25%)')
    .option('--pattern <n>', 'which one, counted from 1 (default: 1)')
    .option(
      '--corruption <kind>',
      'flip: cells chosen at random turn over; mask: a band of them goes off (default: flip)',
    )
    .option('-m, --mask <half>', 'instead: cover the top, bottom, left or right half of it')
    .option('-s, --seed <n>', 'of the damage and of the schedule (default: 1)')
    .optionsGroup('Images:')
    .option('-g, --grid <size>', 'cells to scale images to (default: the size of the glyphs, else 16x16)')
    .option('--threshold <share>', "darkness above which a cell is on (default: found by Otsu's method)")
    .option('--invert', 'light on dark: light cells are on')
    .optionsGroup('The memory:')
    .option(
      '--model <kind>',
      'classical: a Hopfield network; dense: one with a steeper energy; modern: a continuous one, for shades of gray ' +
        '(default: classical)',
    )
    .option('--compare', 'ask all three for the same picture')
    .option('--degree <n>', 'dense: the power of the overlaps in the energy, or exp (default: 3)')
    .option('--beta <n>', 'modern: inverse temperature, of scores over the root of the number of cells (default: 8)')
    .optionsGroup('The classical network:')
    .option('--encoding <name>', 'bipolar: units are -1 and 1; binary: 0 and 1 (default: bipolar)')
    .option('--diagonal <rule>', 'zero: no unit drives itself; kept: each does (default: zero)')
    .option('--tie <rule>', 'what a unit does in a field of 0: keep, up, down or flip (default: keep)')
    .option('--hold', 'keep the probe as external input during the run')
    .option('--schedule <kind>', 'shuffled, ordered, random-unit or synchronous (default: shuffled)')
    .option('--order <units>', 'the order in which units are asked, counted from 1, such as 1,4,3,2')
    .option('--max-sweeps <n>', 'give up after so many (default: 1000)')
    .optionsGroup('What to tell:')
    .option('-t, --trace', 'tell every update: unit, field, turn, energy')
    .option('--json', 'tell everything, as JSON; patterns and units are then counted from 0')
    .option('-o, --out <file>', 'write a PNG image: stored, probe and result side by side')
    .option('--save-net <file>', 'write the network down, for engram verify')
  ascii().forEach((option) => command.addOption(option))
  return command
    .helpOption('-h, --help', 'show this help')
    .addHelpText(
      'after',
      `
Examples:
  The first picture, a quarter of its cells flipped:
    $ engram recall letters.txt
  The second one, almost half of it covered:
    $ engram recall letters.txt --pattern 2 --corrupt 40% --corruption mask
  A drawing, scaled to the size of the glyphs:
    $ engram recall letters.txt --probe letter-j.png
  Images alone, on a grid of 12 by 12 cells:
    $ engram recall *.png --grid 12x12
  Two dozen pictures in shades of gray, the lower half of one covered, and what
  a classical, a dense and a modern memory make of it, as an image too:
    $ engram recall pictures/*.png --grid 32x32 --pattern 10 --mask bottom \\
        --compare --out owl.png
  Every update of a run in which all units are asked at once:
    $ engram recall letters.txt --schedule synchronous --trace
  The network as a document, and whether it keeps what it promises:
    $ engram recall letters.txt --save-net net.json && engram verify net.json

Exit code: 0 if the run ended in the pattern that was damaged (with --probe, in
any stored pattern), 1 if it ended elsewhere, 2 if there was nothing to run.`,
    )
    .action((files: ReadonlyArray<string>, options: RecallTyped & RecallWishes) =>
      deliver(
        to,
        import('./recall/command.js').then(({ recall }) => recall(world)(files, options, options)),
      ),
    )
}

const verifyCommand = (world: World, to: Deliver): Command => {
  const command = new Command('verify')
    .summary('look for counterexamples in a network that is written down as JSON')
    .description(
      'Reads a network document and checks that its weights are symmetric and its diagonal not negative, that stored ' +
        'patterns are at rest, that the energy never rises, and whatever else the document expects. Up to 16 units every ' +
        'update of every state is tried, beyond that a sample. What fails is shown with a smallest counterexample.',
    )
    .argument('<file>', 'the document; - for the standard input')
    .option('-s, --seed <n>', "of the sample (default: the document's)")
    .option('-r, --runs <n>', 'how many updates to sample (default: 5000)')
    .option('--json', 'tell everything, as JSON; units and states are then counted from 0')
  ascii().forEach((option) => command.addOption(option))
  return command
    .helpOption('-h, --help', 'show this help')
    .addHelpText(
      'after',
      `
Examples:
  A document, and one from another program:
    $ engram verify net.json
    $ generate-network | engram verify -
  A larger sample, from another seed:
    $ engram verify net.json --runs 100000 --seed 7
  Only the names of what failed:
    $ engram verify net.json --json |
        jq -r '.findings[] | select(.outcome._tag == "Falsified").check'

Exit code: 0 if everything held, 1 if something did not, 2 if the document could
not be read.`,
    )
    .action((file: string, options: VerifyTyped & VerifyWishes) =>
      deliver(
        to,
        import('./verify/command.js').then(({ verify }) => verify(world)(file, options, options)),
      ),
    )
}

const graphCommand = (world: World, to: Deliver): Command => {
  const command = new Command('graph')
    .summary('draw all states of a small network and where its updates lead')
    .description(
      'Reads a network document of at most 16 units, goes through all of its states, and draws where updates lead from ' +
        'each: up to 6 units as a cube with a corner for each state, beyond that as a landscape in which the states ' +
        'stream down to where they come to rest. The picture is SVG that needs nothing else, light or dark as the ' +
        'reader prefers.',
    )
    .argument('<file>', 'the document; - for the standard input')
    .option('--svg <file>', 'write the picture there, and tell where states end (default: print the picture)')
    .option('--json', 'tell everything, as JSON; units and states are then counted from 0')
  ascii().forEach((option) => command.addOption(option))
  return command
    .helpOption('-h, --help', 'show this help')
    .addHelpText(
      'after',
      `
Examples:
  A picture of a network, and where its states end:
    $ engram graph net.json --svg net.svg
  The same through a pipe:
    $ generate-network | engram graph - > net.svg
  The fixed points and their energies:
    $ engram graph net.json --json |
        jq -c '.energies as $e | .fixedPoints[] | [., $e[.]]'

Exit code: 0 if there is a picture, 2 if the document could not be read, has too
many units, or the picture could not be written.`,
    )
    .action((file: string, options: GraphTyped) =>
      deliver(
        to,
        import('./graph/command.js').then(({ graph }) => graph(world)(file, options)),
      ),
    )
}

const bamCommand = (world: World, to: Deliver): Command => {
  const command = new Command('bam')
    .summary('recall a pair from either half, or from what is left of both')
    .description(
      'Reads a document of pairs, stores them in a bidirectional associative memory, and lets its two layers answer each ' +
        'other from what is known of a pair until neither changes.',
    )
    .argument('<file>', 'the document; - for the standard input')
    .optionsGroup('What to recall from:')
    .option('-x, --from-x <half>', 'what is known of x')
    .option('-y, --from-y <half>', 'what is known of y')
    .option(
      '--order <layer>',
      'x-first or y-first (default: as the document says, else the unknown half, else y-first)',
    )
    .optionsGroup('What to tell:')
    .option('-t, --trace', 'tell every half step: fields, what the layer becomes, energy')
    .option('--json', 'tell everything, as JSON; pairs and units are then counted from 0')
  ascii().forEach((option) => command.addOption(option))
  return command
    .helpOption('-h, --help', 'show this help')
    .addHelpText(
      'after',
      `
A half is written as cells, # on, . off, ? missing, with / between rows; or as
numbers 1, -1, 0; or it is the name of a stored pair; or a file that holds any
of these.

Examples:
  From a letter to its code, and from a code to its letter:
    $ engram bam pairs.json --from-x A
    $ engram bam pairs.json --from-y "-1 1"
  From a damaged letter:
    $ engram bam pairs.json --from-x "##./#.#/###/#.#/#.?"
  From a code that says nothing but for three cells, x first as in the lecture:
    $ engram bam pairs.json --from-y "?#" --from-x "??./??#/?#?/???/???" \\
        --order x-first --trace

Exit code: 0 if the run ended in a stored pair, 1 if it ended elsewhere, 2 if
there was nothing to run.`,
    )
    .action((file: string, options: BamTyped & BamWishes) =>
      deliver(
        to,
        import('./bam/command.js').then(({ bam }) => bam(world)(file, options, options)),
      ),
    )
}

const schemaCommand = (to: Deliver): Command =>
  new Command('schema')
    .summary('print the JSON Schema of a kind of document')
    .description('Prints the JSON Schema (draft 2020-12) of a kind of document, for editors and other programs.')
    .argument('<kind>', 'bam, dense-memory, graded-hopfield, hopfield, modern-hopfield or rbm')
    .helpOption('-h, --help', 'show this help')
    .addHelpText(
      'after',
      `
Example:
  For an editor, which then completes and checks documents:
    $ engram schema hopfield > hopfield.schema.json`,
    )
    .action((kind: string) =>
      deliver(
        to,
        import('./schema.js').then(({ schema }) => TE.fromEither(schema(kind))),
      ),
    )

/** Commander speaks of errors with `error: ` in front. */
const ownWords = (message: string): string => message.replace(/^error: /, 'engram: ')

/** Runs the program; the arguments are those after the name of the program. */
export const run =
  (world: World) =>
  async (args: ReadonlyArray<string>): Promise<Answer> => {
    const terminal = world.terminal()
    const { bold } = paint(terminal)
    const said: { out: string; err: string; code: number } = { out: '', err: '', code: 0 }
    const to: Deliver = (answer) => Object.assign(said, answer)
    const program = new Command('engram')
      .description('Memory networks in the terminal: recall pictures, verify and draw networks.')
      .version(world.version, '-V, --version', 'show the version')
      .helpOption('-h, --help', 'show this help')
      .helpCommand('help [command]', 'show the help of a command')
    program
      .addCommand(recallCommand(world, to))
      .addCommand(verifyCommand(world, to))
      .addCommand(graphCommand(world, to))
      .addCommand(bamCommand(world, to))
      .addCommand(schemaCommand(to))
    ;[program, ...program.commands].forEach((command) =>
      command
        .exitOverride()
        .configureHelp({ styleTitle: bold })
        .showHelpAfterError('(engram --help, or engram <command> --help, tells what there is)')
        .configureOutput({
          writeOut: (text) => {
            said.out += text
          },
          writeErr: (text) => {
            said.err += ownWords(text)
          },
          getOutHelpWidth: () => terminal.width,
          getErrHelpWidth: () => terminal.width,
          getOutHasColors: () => terminal.colours,
          getErrHasColors: () => terminal.colours,
        }),
    )
    try {
      await program.parseAsync(args, { from: 'user' })
    } catch (error) {
      if (!(error instanceof CommanderError)) throw error
      return { ...said, code: error.exitCode === 0 ? 0 : 2 }
    }
    return said
  }
