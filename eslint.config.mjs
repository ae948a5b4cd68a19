import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import officeAddins from 'eslint-plugin-office-addins';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * Who may import whom, besides itself: downwards only, and no face another face. `host` is for tests and benches. What is
 * in no room (tests, benches, the entry src/addin.ts) may import everything.
 */
const belowFaces = ['actions', 'workbook', 'xlsx', 'template', 'crm', 'shared'];
const mayImport = {
  taskpane: belowFaces,
  commands: belowFaces,
  functions: belowFaces,
  cli: belowFaces,
  actions: ['workbook', 'xlsx', 'template', 'crm', 'shared'],
  workbook: ['template', 'crm', 'shared'],
  xlsx: ['template', 'crm', 'shared'],
  template: ['crm', 'shared'],
  crm: ['shared'],
  shared: [],
  host: ['xlsx', 'shared'],
};

const elements = Object.keys(mayImport).map((type) => ({ type, pattern: `src/${type}` }));

/** Single files with rights of their own. */
const files = [
  { category: 'home', pattern: 'src/actions/home.ts' },
  { category: 'cliHost', pattern: ['src/cli/host.ts', 'src/cli/host/**'] },
  { category: 'cliDocs', pattern: 'src/cli/docs/**' },
];

const policies = [
  ...Object.entries(mayImport).map(([room, targets]) => ({
    from: { element: { type: room } },
    allow: { to: { element: { types: { anyOf: [room, ...targets] } } } },
  })),
  // What the actions ask of a home of the tables: both homes implement it.
  {
    from: { element: { types: { anyOf: ['workbook', 'xlsx'] } } },
    allow: { to: { file: { categories: 'home' } } },
  },
  // `crm host` opens a workbook without Excel.
  {
    from: { file: { categories: 'cliHost' } },
    allow: { to: { element: { type: 'host' } } },
  },
  // The reference pages are written from the functions' comments.
  {
    from: { file: { categories: 'cliDocs' } },
    allow: { to: { element: { type: 'functions' } } },
  },
];

/** Cell text is hostile: it reaches the screen as text (decision 27). */
const noHtml = [
  {
    selector: 'MemberExpression[property.name=/^(inner|outer)HTML$/]',
    message: 'Cell text is hostile: use textContent.',
  },
  {
    selector: 'CallExpression[callee.property.name="insertAdjacentHTML"]',
    message: 'Cell text is hostile: use textContent.',
  },
  { selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]', message: 'Cell text is hostile: use text nodes.' },
];

/** Rules get a clock argument (decision 6). `new Date(value)` is arithmetic, `new Date()` is a clock. */
const noClock = [
  {
    selector: 'MemberExpression[object.name="Date"][property.name="now"]',
    message: 'Pass the date in as an argument.',
  },
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Pass the date in as an argument.' },
];

const officeGlobals = ['Excel', 'Office', 'OfficeExtension', 'OfficeRuntime'].map((name) => ({
  name,
  message: 'Only src/workbook talks to Excel (design rule: one gateway).',
}));

const error = (...options) => ['error', ...options];
const everyRuleOf = (prefix, plugin) =>
  Object.fromEntries(Object.keys(plugin.rules).map((rule) => [`${prefix}/${rule}`, 'error']));

export default defineConfig(
  { ignores: ['dist/', 'out/', '.cache/', 'node_modules/'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [js.configs.recommended, tseslint.configs.strict],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      // With noUncheckedIndexedAccess, `!` is how code says that an index is in range.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-imports': error({ fixStyle: 'inline-type-imports' }),
      '@typescript-eslint/no-unused-vars': error({ argsIgnorePattern: '^_', varsIgnorePattern: '^_' }),
      'no-restricted-syntax': error(...noHtml),
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { boundaries, 'office-addins': { rules: officeAddins.rules }, 'react-hooks': reactHooks },
    settings: {
      'boundaries/elements': elements,
      'boundaries/files': files,
      'import/resolver': { node: { extensions: ['.ts', '.tsx', '.js', '.json'] } },
    },
    rules: {
      ...everyRuleOf('office-addins', officeAddins),
      ...reactHooks.configs.recommended.rules,
      'boundaries/dependencies': error({ default: 'disallow', policies }),
      'no-restricted-globals': error(...officeGlobals),
    },
  },
  { files: ['src/workbook/**', 'src/host/**'], rules: { 'no-restricted-globals': 'off' } },
  {
    files: ['src/crm/**', 'src/template/**'],
    rules: { 'no-restricted-syntax': error(...noHtml, ...noClock) },
  },
  // The wire protocol of office.js is specified nowhere: its seam is the one place for `any`.
  { files: ['src/host/**'], rules: { '@typescript-eslint/no-explicit-any': 'off' } },
  { files: ['src/cli/**', 'bench/**'], rules: { 'no-console': 'off' } },
);
