import js from '@eslint/js';
import { importX } from 'eslint-plugin-import-x';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/**
 * What each room of src/ stands on. Imports run one way only; anything that is not named here is refused.
 * spec/reading runs on Node when the page is built, and only build/ may use it.
 */
const STANDS_ON = {
  model: [],
  shipped: ['model'],
  spec: ['model'],
  files: ['model'],
  engine: ['model', 'shipped'],
  intake: ['model', 'spec', 'files', 'engine'],
  measure: ['model', 'spec', 'engine'],
  quality: ['model', 'spec', 'engine', 'measure'],
  disclosure: ['model', 'spec'],
  profile: ['model', 'spec'],
  return: ['model', 'spec', 'files', 'disclosure'],
  template: ['model', 'spec', 'files', 'return'],
  compare: ['model', 'spec', 'files'],
  collate: ['model', 'spec', 'files', 'disclosure', 'engine', 'return', 'compare'],
  charts: ['model'],
  workbench: [
    'model',
    'shipped',
    'spec',
    'files',
    'engine',
    'intake',
    'measure',
    'quality',
    'disclosure',
    'profile',
    'return',
    'template',
    'compare',
    'collate',
  ],
  app: ['model', 'shipped', 'charts', 'workbench'],
};

const rooms = Object.keys(STANDS_ON);

const boundaries = Object.entries(STANDS_ON).flatMap(([room, stands]) => [
  {
    target: `./src/${room}`,
    from: rooms
      .filter((other) => other !== room && !stands.includes(other))
      .map((other) => `./src/${other}`),
    message: `${room} stands only on: ${stands.join(', ') || 'nothing'}.`,
  },
  {
    target: `./src/${room}`,
    from: ['./build', './test', './fixtures', './scripts'],
    message: 'The page is built from src/ alone.',
  },
]);

const readingIsForBuilds = {
  target: rooms.filter((room) => room !== 'spec').map((room) => `./src/${room}`),
  from: './src/spec/reading',
  message: 'spec/reading runs on Node when the page is built.',
};

const secondReadingStandsAlone = {
  target: './test/reading',
  from: ['./src', './spec', './build'],
  except: [],
  message: 'The second reading of the measures shares nothing with the first.',
};

export default ts.config(
  { ignores: ['dist/', 'dist-single/', 'test-results/', 'playwright-report/', 'public/'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    plugins: { 'import-x': importX },
    settings: {
      'import-x/extensions': ['.ts'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
    },
    rules: {
      'import-x/no-cycle': 'error',
      'import-x/no-self-import': 'error',
      'import-x/no-restricted-paths': [
        'error',
        { zones: [...boundaries, readingIsForBuilds, secondReadingStandsAlone] },
      ],
      'max-lines': ['error', { max: 400 }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'no-alert': 'error',
      'no-console': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/no-explicit-any': 'error',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  { files: ['**/*.svelte'], rules: { 'max-lines': ['error', { max: 200 }] } },
  {
    // A test's describe is a room of its own; what it holds is short.
    files: ['test/**', '**/*.test.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    // Who attacks returns knows of them what is said of them: types, and nothing that runs.
    files: ['test/attack/**'],
    ignores: ['**/*.test.ts', 'test/attack/page/**'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['**/src/**', '!**/src/model/**', '**/build/**', '**/scripts/**'],
              message: 'The attack shares nothing with the page but the types of its vocabulary.',
            },
            {
              group: ['**/src/model/**'],
              allowTypeImports: true,
              message: 'The attack shares only types with the page.',
            },
          ],
        },
      ],
    },
  },
  {
    // Commands speak to the person who runs them.
    files: ['fixtures/**', 'scripts/**'],
    rules: { 'no-console': 'off' },
  },
);
