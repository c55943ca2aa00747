/**
 * How far a table is, on a terminal's standard error; nothing elsewhere.
 */
import { SingleBar } from 'cli-progress'

export interface Progress {
  readonly begin: (title: string, steps: number) => void
  readonly step: (label: string) => void
  readonly end: () => void
}

export const progress = (): Progress => {
  const bar = new SingleBar({
    format: '{bar} {percentage} % · {title} · {label}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 24,
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
    linewrap: null,
    gracefulExit: false,
  })
  // Whatever ends us, the terminal gets its cursor back.
  process.on('exit', () => bar.stop())
  return {
    begin: (title, steps) => bar.start(steps, 0, { title, label: '' }),
    step: (label) => bar.increment(1, { label }),
    end: () => bar.stop(),
  }
}
