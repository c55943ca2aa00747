/**
 * Examples as tests. The test file has the lines of the file it was taken from, each under its own number,
 * so that whatever a tool says of line 63 is true of line 63 there.
 *
 * Convention: `expression // => value` asserts that the expression equals the value; an example without one must run.
 *             Imports of all examples of a file are shared.
 */
import ts from 'typescript'
import { comments, type Fence } from './Fence.js'

const arrow = /^\/\/\s*=>\s*/

const parse = ({ file, code }: Fence): ts.SourceFile =>
  ts.createSourceFile(file, code.join('\n'), ts.ScriptTarget.Latest, true)

const place = ({ file, line }: Fence, source: ts.SourceFile, position: number): string =>
  `${file}:${line + 1 + source.getLineAndCharacterOfPosition(position).line}`

/** One imported name: what it is called here, and the whole import that would bring it alone. */
interface Binding {
  readonly local: string
  readonly statement: string
}

const bindings = (declaration: ts.ImportDeclaration): ReadonlyArray<Binding> => {
  const from = declaration.moduleSpecifier.getText()
  const clause = declaration.importClause
  if (clause === undefined) return [{ local: from, statement: `import ${from}` }]
  const type = clause.phaseModifier === ts.SyntaxKind.TypeKeyword ? 'type ' : ''
  const bring = (local: string, what: string): Binding => ({ local, statement: `import ${type}${what} from ${from}` })
  const named = clause.namedBindings
  return [
    ...(clause.name === undefined ? [] : [bring(clause.name.text, clause.name.text)]),
    ...(named === undefined
      ? []
      : ts.isNamespaceImport(named)
        ? [bring(named.name.text, named.getText())]
        : named.elements.map((element) => bring(element.name.text, `{ ${element.getText()} }`))),
  ]
}

interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

const apply = (text: string, edits: ReadonlyArray<Edit>): string =>
  edits
    .toSorted((a, b) => b.start - a.start || b.end - a.end)
    .reduce((edited, { start, end, text: put }) => edited.slice(0, start) + put + edited.slice(end), text)

const blank = (text: string): string => text.replaceAll(/[^\n]/g, '')

const assertions = (fence: Fence, source: ts.SourceFile): ReadonlyArray<Edit> => {
  const wanted = new Set(
    comments(source)
      .filter(({ pos, end }) => arrow.test(source.text.slice(pos, end)))
      .map(({ pos }) => pos),
  )
  const edits: Array<Edit> = []
  const visit = (node: ts.Node): void => {
    const comment = ts.isExpressionStatement(node) ? ts.getTrailingCommentRanges(source.text, node.end)?.[0] : undefined
    if (ts.isExpressionStatement(node) && comment !== undefined && wanted.delete(comment.pos)) {
      const value = source.text.slice(comment.pos, comment.end).replace(arrow, '')
      const [start, end] = [node.expression.getStart(source), node.expression.end]
      const label = JSON.stringify(place(fence, source, start))
      edits.push({ start, end: start, text: '__expect(' }, { start: end, end, text: `, ${label}).toEqual(${value})` })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  for (const position of wanted)
    throw new Error(`${place(fence, source, position)}: "// =>" must follow an expression statement, on its last line`)
  return edits
}

/** The test file of all examples of one file. */
export const toTest = (fences: ReadonlyArray<Fence>): string => {
  const lines: Array<string> = []
  const imported = new Map<string, string>()
  for (const fence of fences) {
    const source = parse(fence)
    const imports = source.statements.filter(ts.isImportDeclaration)
    const fresh = imports.flatMap(bindings).filter(({ local, statement }) => {
      const known = imported.get(local)
      if (known !== undefined && known !== statement)
        throw new Error(
          `${fence.file}:${fence.line}: "${statement}", but an earlier example of this file has "${known}"`,
        )
      imported.set(local, statement)
      return known === undefined
    })
    const blanks = imports.map((node): Edit => {
      const [start, end] = [node.getStart(source), node.end]
      return { start, end, text: blank(source.text.slice(start, end)) }
    })
    const body = apply(source.text, [...blanks, ...assertions(fence, source)])
    const head = [
      ...fresh.map(({ statement }) => statement),
      `__test(${JSON.stringify(`${fence.file}:${fence.line}`)}, async () => {`,
    ].join('; ')
    while (lines.length < fence.line - 1) lines.push('')
    lines.push(head, ...body.split('\n'), '})')
  }
  return [...lines, `import { expect as __expect, test as __test } from 'vitest'`, ''].join('\n')
}
