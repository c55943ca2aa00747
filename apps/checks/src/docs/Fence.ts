/**
 * Where runnable examples are written: fences that open with "```ts runnable", in Markdown and in doc comments.
 */
import ts from 'typescript'

export interface Fence {
  /** From the root of the repository. */
  readonly file: string
  /** The line that opens the fence, counted from 1; the code starts on the next one. */
  readonly line: number
  readonly code: ReadonlyArray<string>
}

const opening = /^\s*(?<ticks>`{3,}|~{3,})\s*(?<info>[^`]*?)\s*$/

/** Every runnable fence among lines of Markdown, the first of which is line `first` of the file. */
const among = (file: string, lines: ReadonlyArray<string>, first: number): ReadonlyArray<Fence> => {
  const fences: Array<Fence> = []
  for (let i = 0; i < lines.length; i++) {
    const { ticks, info } = opening.exec(lines[i] ?? '')?.groups ?? {}
    if (ticks === undefined) continue
    const closes = (line: string): boolean => line.trim().startsWith(ticks) && /^(`+|~+)$/.test(line.trim())
    const length = lines.slice(i + 1).findIndex(closes)
    if (length < 0) throw new Error(`${file}:${first + i}: this fence is never closed`)
    if (info === 'ts runnable') fences.push({ file, line: first + i, code: lines.slice(i + 1, i + 1 + length) })
    i += length + 1
  }
  return fences
}

export const inMarkdown = (file: string, text: string): ReadonlyArray<Fence> => among(file, text.split('\n'), 1)

/** The comments of a source file, each once, in order. */
export const comments = (source: ts.SourceFile): ReadonlyArray<ts.CommentRange> => {
  const found = new Map<number, ts.CommentRange>()
  const visit = (node: ts.Node): void => {
    if (ts.isJSDoc(node)) return
    const around = [
      ...(ts.getLeadingCommentRanges(source.text, node.getFullStart()) ?? []),
      ...(ts.getTrailingCommentRanges(source.text, node.getEnd()) ?? []),
    ]
    for (const range of around) found.set(range.pos, range)
    node.getChildren(source).forEach(visit)
  }
  visit(source)
  return [...found.values()].toSorted((a, b) => a.pos - b.pos)
}

/** A doc comment in lines, without its stars. */
export interface DocComment {
  readonly line: number
  readonly lines: ReadonlyArray<string>
}

export const docComments = (file: string, text: string): ReadonlyArray<DocComment> => {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  return comments(source)
    .map(({ pos, end }) => ({ line: source.getLineAndCharacterOfPosition(pos).line + 1, raw: text.slice(pos, end) }))
    .filter(({ raw }) => raw.startsWith('/**'))
    .map(({ line, raw }) => ({
      line,
      lines: raw
        .replace(/\*\/$/, '')
        .split('\n')
        .map((one, i) => one.replace(i === 0 ? /^\/\*\* ?/ : /^\s*\* ?/, '')),
    }))
}

export const inSource = (file: string, text: string): ReadonlyArray<Fence> =>
  docComments(file, text).flatMap(({ line, lines }) => among(file, lines, line))
