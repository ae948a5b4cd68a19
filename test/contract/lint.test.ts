import path from 'node:path';
import { execFileSync } from 'node:child_process';

const root = path.resolve(__dirname, '../..');

/** ESLint's configuration is an ES module, which jest cannot import: a process of its own lints the texts. */
const script = `
  import { ESLint } from 'eslint';
  const eslint = new ESLint();
  const texts = JSON.parse(process.argv[1]);
  const reports = await Promise.all(texts.map(([filePath, text]) => eslint.lintText(text, { filePath })));
  console.log(JSON.stringify(reports.map(([report]) => report.messages.map((message) => message.ruleId))));
`;

function rulesBrokenBy(texts: [file: string, text: string][]): string[][] {
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', script, JSON.stringify(texts)], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return JSON.parse(output) as string[][];
}

const importing = (file: string) => `import * as room from '${file}';\nexport const found = room;\n`;

describe('lint keeps the house in order', () => {
  const planted: [file: string, text: string, rule: string | null][] = [
    ['src/crm/planted.ts', importing('../xlsx/book'), 'boundaries/dependencies'],
    ['src/shared/planted.ts', importing('../crm/snapshot'), 'boundaries/dependencies'],
    ['src/taskpane/planted.tsx', importing('../host/errors'), 'boundaries/dependencies'],
    ['src/xlsx/planted.ts', importing('../actions/import/types'), 'boundaries/dependencies'],
    ['src/xlsx/planted.ts', importing('../actions/home'), null],
    ['src/actions/planted.ts', importing('../crm/snapshot'), null],
    ['src/actions/planted.ts', 'export const run = Excel.run;\n', 'no-restricted-globals'],
    ['src/workbook/planted.ts', 'export const run = Excel.run;\n', null],
    ['src/crm/planted.ts', 'export const now = Date.now();\n', 'no-restricted-syntax'],
    ['src/template/planted.ts', 'export const now = new Date();\n', 'no-restricted-syntax'],
    ['src/taskpane/planted.ts', "document.body.innerHTML = '<b>';\n", 'no-restricted-syntax'],
    [
      'src/taskpane/planted.ts',
      'export const anything = (value: any) => value;\n',
      '@typescript-eslint/no-explicit-any',
    ],
  ];
  const broken = rulesBrokenBy(planted.map(([file, text]) => [file, text]));

  it.each(
    planted.map(([file, text, rule], index) => ({ file, line: text.split('\n')[0], rule, broken: broken[index] })),
  )('should answer $rule to $line in $file', ({ rule, broken: rules }) => {
    expect(rules).toEqual(rule ? [rule] : []);
  });
});
