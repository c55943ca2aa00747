/**
 * `pnpm bench`: measures, and tells or writes what came out.
 */
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { contenders } from './contenders/index.js'
import { environment } from './Environment.js'
import { install } from './Install.js'
import { inTurn } from './inTurn.js'
import { launcher } from './Launch.js'
import { findPython, muster } from './Presence.js'
import { progress } from './Progress.js'
import { load, save, tidy } from './report/Files.js'
import { table as tableAsMarkdown } from './report/Markdown.js'
import { merge } from './report/Report.js'
import { full, quick } from './Runner.js'
import { measureTable } from './Session.js'
import { tables } from './tables/index.js'

const help = `pnpm bench [filter…] [options]

Measures Engram beside other software, table by table, and prints what came out.
A filter is a part of a table's name; without one all tables are measured.

  --quick            one size a table, few rounds, for a first look
  --against <name>   only contenders whose names contain this, beside Engram
  --write            into docs/performance.md and docs/performance/, after every table
  --render           no measuring: writes them again from docs/performance/results.json
  --date <day>       in the report; the day of the last commit by default
  --list             what there is to measure, and who is here

The first run installs the contenders into apps/bench/contenders. NumPy and PyTorch take part where
/usr/bin/python3, python3 or $ENGRAM_PYTHON can import them. Ctrl-C keeps the tables that are finished.
`

const say = (text: string): void => {
  process.stderr.write(`${text}\n`)
}

const refuse = (text: string): never => {
  say(text)
  process.exit(2)
}

const parse = () => {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        quick: { type: 'boolean', default: false },
        against: { type: 'string', default: '' },
        write: { type: 'boolean', default: false },
        render: { type: 'boolean', default: false },
        date: { type: 'string' },
        list: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    return refuse(`${error instanceof Error ? error.message : String(error)}\n\n${help}`)
  }
}

const { values, positionals } = parse()
const [ours = refuse('Nobody takes part.')] = contenders

const gather = () => {
  say('Looking for contenders …')
  const trouble = install()
  if (trouble !== undefined) say(`Not all contenders could be installed:\n${trouble}`)
  const where = environment(values.date)
  const wanted = values.against.toLowerCase()
  const asked = contenders.filter((each) => each === ours || each.name.toLowerCase().includes(wanted))
  const python = findPython(asked.flatMap((each) => (each.runtime === 'python' ? [each.module] : [])))
  const { present, absent } = muster(asked, python, where.flags)
  absent.forEach(({ contender, reason }) => say(`Not here: ${contender} (${reason})`))
  return { environment: where, present, absent, python: python?.program ?? 'python3' }
}

const list = (): void => {
  const { present } = gather()
  tables.forEach(({ id, title, cases }) =>
    process.stdout.write(`${id.padEnd(12)} ${title}: ${cases.map(({ label }) => label).join('; ')}\n`),
  )
  process.stdout.write(`\nHere: ${present.map(({ name }) => name).join(', ')}\n`)
}

const run = async (): Promise<void> => {
  const order = tables.map(({ id }) => id)
  const wanted = tables.filter(({ id }) => positionals.length === 0 || positionals.some((part) => id.includes(part)))
  if (wanted.length === 0) refuse(`No table is called that. There are: ${order.join(', ')}`)
  if (values.write && (values.quick || values.against !== ''))
    refuse('What is written must be whole: --write goes with neither --quick nor --against.')
  const { python, ...gathered } = gather()
  const measureOne = measureTable({
    ...gathered,
    ours,
    pace: values.quick ? quick : full,
    takes: (each) => each.quick || !values.quick,
    open: launcher([fileURLToPath(new URL('./worker.js', import.meta.url))], python),
    progress: progress(),
  })
  await inTurn(wanted, async (table) => {
    const result = await measureOne(table)
    if (values.write) await save(merge(order)(load(), [result]), ours.name)
    process.stdout.write(`${await tidy(tableAsMarkdown(result, ours.name), 'table.md')}\n`)
  })
}

process.on('SIGINT', () => {
  say('Stopped. The tables that were finished are kept.')
  process.exit(130)
})
process.on('SIGTERM', () => process.exit(143))

if (values.help) process.stdout.write(help)
else if (values.render) await save(load(), ours.name)
else if (values.list) list()
else await run()
