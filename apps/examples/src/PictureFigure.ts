/**
 * The figure of the picture experiment: where classical networks fail and modern ones retrieve, and what β does.
 */
import { either as E, function as F } from 'fp-ts'
import { PNG } from 'pngjs'
import {
  DenseMemory,
  ModernRecall,
  ModernVerdict,
  Recall,
  Schedule,
  Verdict,
  type HopfieldError,
} from '@engram/hopfield'
import { side, type Picture } from './PictureList.js'
import { betas, probeOfShades, probeOfUnits, store } from './pictures.js'

type Result<A> = E.Either<HopfieldError.HopfieldError, A>

/** A picture in the figure, and what to write above and below it. */
interface Panel {
  readonly above: string
  readonly below: string
  readonly values: ArrayLike<number>
}

/** Stored as it is, so that every version of the compressor writes the same bytes. */
const dataOf = (values: ArrayLike<number>): string => {
  const image = new PNG({ width: side, height: side, colorType: 0 })
  Array.from(values, (value, cell) => {
    const gray = Math.round(255 * (1 - Math.min(1, Math.max(0, (value + 1) / 2))))
    return image.data.set([gray, gray, gray, 255], 4 * cell)
  })
  return PNG.sync.write(image, { colorType: 0, deflateLevel: 0, filterType: 0 }).toString('base64')
}

const scale = 3.5
const size = side * scale
const pitch = size + 14
const margin = 12

/** Lines of text above and below a picture. */
const header = 20
const footer = 22

const drawn = ({ above, below, values }: Panel, x: number, y: number): string =>
  [
    `<text x="${x + size / 2}" y="${y - 7}">${above}</text>`,
    `<image x="${x}" y="${y}" width="${size}" height="${size}" href="data:image/png;base64,${dataOf(values)}"/>`,
    `<rect x="${x}" y="${y}" width="${size}" height="${size}"/>`,
    `<text class="below" x="${x + size / 2}" y="${y + size + 15}">${below}</text>`,
  ].join('\n')

const svg = (rows: ReadonlyArray<ReadonlyArray<Panel>>): string => {
  const most = Math.max(...rows.map((row) => row.length))
  const height = header + size + footer
  const [w, h] = [2 * margin + most * pitch - 14, 2 * margin + rows.length * height]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${w} ${h}" width="${w}" height="${h}" role="img">`,
    '<title>Half-covered pictures in classical, dense and modern memories</title>',
    '<style>',
    'text { font: 13px system-ui, sans-serif; text-anchor: middle; fill: #24292f }',
    '.below { font-size: 12px; fill: #57606a }',
    'image { image-rendering: pixelated }',
    'rect { fill: none; stroke: #8c959f }',
    '@media (prefers-color-scheme: dark) { text { fill: #e6edf3 } .below { fill: #9198a1 } }',
    '</style>',
    ...rows.flatMap((row, k) =>
      row.map((panel, column) => drawn(panel, margin + column * pitch, margin + header + k * height)),
    ),
    '</svg>',
    '',
  ].join('\n')
}

const ended = (verdict: Verdict.Verdict, index: number): string => {
  switch (verdict._tag) {
    case 'Stored':
      return verdict.index === index ? '✓ recalled' : '✗ another picture'
    case 'Reversed':
      return '✗ negative'
    case 'Mixture':
      return '✗ mixture'
    case 'Spurious':
      return '✗ spurious'
    case 'Cycle':
    case 'Exhausted':
      return '✗ not at rest'
  }
}

const endedShades = (verdict: ModernVerdict.Verdict, index: number): string => {
  switch (verdict._tag) {
    case 'Single':
      return verdict.index === index ? '✓ recalled' : '✗ another picture'
    case 'Metastable':
      return `✗ mean of ${verdict.effective.toFixed(1)}`
    case 'Global':
      return '✗ mean of all'
    case 'Masked':
    case 'Exhausted':
      return '✗ not at rest'
  }
}

const seed = 7

/** One row: the picture among some others, in each memory. */
const compared = (pictures: ReadonlyArray<Picture>, index: number): Result<ReadonlyArray<Panel>> => {
  const options = { schedule: Schedule.shuffled(seed) }
  return F.pipe(
    store(pictures),
    E.chain(({ classical, dense, modern, patterns }) =>
      F.pipe(
        pictures
          .slice(index, index + 1)
          .flatMap((picture) => patterns.slice(index, index + 1).map((pattern) => ({ pattern, picture }))),
        E.traverseArray(({ pattern, picture }) => {
          const [probe, query] = [probeOfUnits('bottom', pattern), probeOfShades('bottom', picture)]
          return F.pipe(
            E.Do,
            E.apS('network', Recall.recall(options)(classical)(probe)),
            E.apS('steep', DenseMemory.recall(options)(dense)(probe)),
            E.apS('memory', modern(8)),
            E.bind('run', ({ memory }) => ModernRecall.recall({})(memory)(query)),
            E.map(({ memory, network, run, steep }): ReadonlyArray<Panel> => [
              { above: `one of ${pictures.length}`, below: picture.name, values: picture.values },
              { above: 'half covered', below: '', values: query.data },
              {
                above: 'classical',
                below: ended(Verdict.ofRecall(patterns)(network), index),
                values: network.state.data,
              },
              {
                above: 'dense, degree 3',
                below: ended(Verdict.ofRecall(patterns)(steep), index),
                values: steep.state.data,
              },
              {
                above: 'modern, β = 8',
                below: endedShades(ModernVerdict.ofRecall({})(memory)(run), index),
                values: run.state.data,
              },
            ]),
          )
        }),
        E.map((rows) => rows.flat()),
      ),
    ),
  )
}

/** One row: the same half of a picture for each β. */
const blurred = (pictures: ReadonlyArray<Picture>, index: number): Result<ReadonlyArray<Panel>> =>
  F.pipe(
    store(pictures),
    E.chain(({ modern }) =>
      F.pipe(
        betas,
        E.traverseArray((beta) =>
          F.pipe(
            pictures.slice(index, index + 1),
            E.traverseArray((picture) =>
              F.pipe(
                modern(beta),
                E.bindTo('memory'),
                E.bind('run', ({ memory }) => ModernRecall.recall({})(memory)(probeOfShades('bottom', picture))),
                E.map(({ memory, run }): Panel => ({
                  above: `β = ${beta}`,
                  below: endedShades(ModernVerdict.ofRecall({})(memory)(run), index),
                  values: run.state.data,
                })),
              ),
            ),
          ),
        ),
        E.map((panels) => panels.flat()),
      ),
    ),
  )

/** A picture by its name, alone, in its group of three and among all; below, what β makes of it among all. */
export const figure = (pictures: ReadonlyArray<Picture>, name: string): Result<string> => {
  const index = pictures.findIndex((picture) => picture.name === name)
  const first = index - (index % 3)
  return F.pipe(
    E.sequenceArray([
      compared(pictures.slice(index, index + 1), 0),
      compared(pictures.slice(first, first + 3), index % 3),
      compared(pictures, index),
      blurred(pictures, index),
    ]),
    E.map(svg),
  )
}
