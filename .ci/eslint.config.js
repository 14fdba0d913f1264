import eslint from '@eslint/js'
import tseslint from 'typescript-eslint'

export default tseslint.config(
  { ignores: ['.ci/**', 'dist/**', 'node_modules/**', 'coverage/**', 'src/model/terms.ts'] },
  eslint.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './src/publish/browser/tsconfig.json'],
        tsconfigRootDir: new URL('..', import.meta.url).pathname,
      },
    },
    rules: {
      // Numbers are put into texts all over; that is what templates are for.
      '@typescript-eslint/restrict-template-expressions': 'off',
      // An index or a key that was just checked is there; the types cannot know.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
      // RDF/JS factories are functions in an object; they know no `this`.
      '@typescript-eslint/unbound-method': 'off',
      // Object.fromEntries gives `any` where the function's own type says what it is.
      '@typescript-eslint/no-unsafe-return': 'off',
      // Code points are what widths are measured by.
      '@typescript-eslint/no-misused-spread': 'off',
      // Control characters are exactly what these expressions are looking for.
      'no-control-regex': 'off',
      'no-irregular-whitespace': 'off',
      'max-lines': ['error', { max: 250, skipComments: true, skipBlankLines: true }],
      complexity: ['error', 16],
    },
  },
  { files: ['test/**', 'bench/**'], rules: { 'max-lines': 'off', '@typescript-eslint/require-await': 'off' } },
)
