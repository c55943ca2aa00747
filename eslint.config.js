/**
 * Purity of what one imports, by type. Everything that needs no types is left to oxlint, which is faster.
 */
import functional from 'eslint-plugin-functional'
import { parser } from 'typescript-eslint'

export default [
  { ignores: ['**/dist/**', '**/generated/**'] },
  {
    files: ['packages/*/src/**/*.ts'],
    languageOptions: {
      parser,
      parserOptions: { project: 'tsconfig.reference.json', tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { functional },
    rules: {
      'functional/immutable-data': 'error',
      'functional/no-classes': 'error',
      // A loop may count and stop early; what accumulates does so in a fold or a kernel.
      'functional/no-let': ['error', { allowInForLoopInit: true }],
      'functional/no-this-expressions': 'error',
      'functional/no-throw-statements': 'error',
      // What is written down, not what is inferred: `xs.map(f)` makes a fresh array, which nobody else holds.
      // Shallow, because a typed array behind a readonly view cannot be proven immutable to its bottom.
      'functional/prefer-immutable-types': [
        'error',
        {
          enforcement: 'None',
          ignoreInferredTypes: true,
          parameters: { enforcement: 'ReadonlyShallow' },
          returnTypes: { enforcement: 'ReadonlyShallow' },
        },
      ],
      'functional/type-declaration-immutability': [
        'error',
        { rules: [{ identifiers: '.+', immutability: 'ReadonlyShallow', comparator: 'AtLeast' }] },
      ],
    },
  },
  {
    // The one place that counts, loops and writes, on arrays that its caller has just made.
    files: ['packages/*/src/kernels/**'],
    rules: {
      'functional/immutable-data': 'off',
      'functional/no-let': 'off',
      'functional/prefer-immutable-types': 'off',
    },
  },
  {
    // `Kind<S, A>` ranges over all that fp-ts knows by name, arrays among it.
    files: ['packages/spec/src/Schemable.ts'],
    rules: { 'functional/prefer-immutable-types': 'off' },
  },
]
