/**
 * Where imports may point. The table is the house's plan: arrows only go down it.
 */

/** Packages in the order of the plan, each with those that it may import. */
const mayImport = {
  law: [],
  spec: ['law'],
  linalg: ['law', 'spec'],
  'associative-memory': ['law', 'spec', 'linalg'],
  hopfield: ['law', 'spec', 'linalg', 'associative-memory'],
  bam: ['law', 'spec', 'linalg', 'associative-memory'],
  gradient: ['law', 'spec', 'linalg'],
  recurrent: ['law', 'spec', 'linalg', 'gradient'],
  attention: ['law', 'spec', 'linalg', 'gradient', 'recurrent', 'hopfield'],
  experiment: ['law', 'spec', 'linalg'],
}

const known = Object.keys(mayImport).join('|')

const arrows = Object.entries(mayImport).map(([name, below]) => ({
  name: `${name}-imports-only-what-lies-below`,
  severity: 'error',
  from: { path: `^packages/${name}/` },
  to: { path: '^packages/', pathNot: `^packages/(${[name, ...below].join('|')})/` },
}))

export default {
  forbidden: [
    ...arrows,
    {
      name: 'package-has-a-place-in-the-plan',
      comment: 'Add the package to the table in .dependency-cruiser.js.',
      severity: 'error',
      from: { path: '^packages/', pathNot: `^packages/(${known})/` },
      to: {},
    },
    {
      name: 'no-cycle',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-way-into-another-package-but-its-name',
      severity: 'error',
      from: { path: '^(packages|apps)/([^/]+)/' },
      to: { path: '^(packages|apps)/', pathNot: '^$1/$2/', dependencyTypes: ['local'] },
    },
    {
      name: 'packages-know-no-app',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^apps/' },
    },
    {
      name: 'apps-know-no-other-app',
      comment: 'Except the finder of a browser, which is made for them.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/($1|checks/src/chromium)/' },
    },
    {
      name: 'kernels-are-for-their-package',
      severity: 'error',
      from: { path: '^(packages|apps)/([^/]+)/' },
      to: { path: '^packages/[^/]+/src/kernels/', pathNot: '^$1/$2/' },
    },
    {
      name: 'kernels-are-not-exported-by-an-index',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/.*index\\.ts$' },
      to: { path: '^packages/[^/]+/src/kernels/' },
    },
    {
      name: 'kernels-know-only-numbers',
      comment: 'A kernel needs no algebra, laws or documents.',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/kernels/' },
      to: { path: '(^packages/[^/]+/src/(laws|spec)/|node_modules/(fp-ts|io-ts|fast-check)/)' },
    },
    {
      name: 'fast-check-only-under-laws',
      comment: 'Importing a network must not load fast-check.',
      severity: 'error',
      from: {
        path: '^packages/[^/]+/src/',
        pathNot: '^packages/([^/]+/src/(laws|verify)/|law/src/|spec/src/arbitrary)',
      },
      to: { path: '(node_modules/fast-check/|^packages/law/|^packages/[^/]+/src/laws/|^packages/spec/src/arbitrary)' },
    },
    {
      name: 'io-ts-only-under-spec',
      comment: 'Importing a network must not load io-ts.',
      severity: 'error',
      from: {
        path: '^packages/[^/]+/src/',
        pathNot: '^packages/([^/]+/src/(spec|laws|verify)/|spec/src/)',
      },
      to: { path: '(node_modules/io-ts/|^packages/spec/|^packages/[^/]+/src/spec/)' },
    },
    {
      name: 'vitest-only-in-its-adapter',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/', pathNot: '^packages/law/src/vitest\\.ts$' },
      to: { path: 'node_modules/vitest/' },
    },
    {
      name: 'packages-run-anywhere',
      comment: "A package uses nothing of Node's or the browser's.",
      severity: 'error',
      from: { path: '^packages/[^/]+/src/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-import-that-leads-nowhere',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
    {
      name: 'packages-declare-what-they-import',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['type-only'],
        pathNot: 'node_modules/vitest/',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|generated|coverage)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@engram/source', 'import', 'types', 'node', 'default'],
      extensions: ['.ts', '.d.ts', '.mjs', '.js', '.json'],
    },
  },
}
