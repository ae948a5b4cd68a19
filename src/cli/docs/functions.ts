import { readFileSync } from 'node:fs';
import english from '../../functions/functions.json';
import chinese from '../../functions/functions.zh-CN.json';
import { exampleIn } from './examples';
import { cell, code, table } from './markdown';
import results from './results.zh-CN.json';

interface Parameter {
  readonly name: string;
  readonly description: string;
  readonly optional?: boolean;
  readonly dimensionality?: string;
}

interface FunctionEntry {
  readonly id: string;
  readonly description: string;
  readonly parameters: readonly Parameter[];
}

/** What the comments say beyond the metadata: what comes back, and examples. */
interface Extras {
  readonly returns: string;
  readonly examples: readonly string[];
}

/** docs/functions.md: every =CRM.* function with its arguments and examples, in both languages. */
export function functionsPage(sources: readonly string[]): string {
  const extras = new Map(sources.flatMap((path) => extrasOf(readFileSync(path, 'utf8'))));
  const translated = new Map((chinese.functions as readonly FunctionEntry[]).map((entry) => [entry.id, entry]));
  return [
    '# Functions / 函数',
    '',
    'The `=CRM.*` functions, for your own cells beside the native columns. Generated from the comments of the code',
    '(`npm run docs`). They need the add-in: a colleague without it sees the last result until the cell is recalculated.',
    'Optional arguments stand in brackets; a blank row gives a blank cell. Examples are for an English and for a Chinese',
    'workbook: function and table names are the same in both, headings are not.',
    '',
    '`=CRM.*` 函数，供您在原生列之外的单元格中使用。本页由代码注释生成（`npm run docs`）。函数需要加载项：未安装的同事看到的是',
    '上次的结果，直到单元格重新计算。方括号内的参数可省略；空行得到空单元格。示例分别适用于英文和中文工作簿：函数名和表名相同，',
    '列标题不同。',
    '',
    ...(english.functions as readonly FunctionEntry[]).flatMap((entry) =>
      functionSection(entry, translated.get(entry.id)!, extras.get(entry.id)!),
    ),
  ].join('\n');
}

function functionSection(entry: FunctionEntry, zh: FunctionEntry, { returns, examples }: Extras): string[] {
  const named = entry.parameters.map(({ name, optional }) => (optional ? `[${name}]` : name));
  return [
    `## CRM.${entry.id}`,
    '',
    code(`=CRM.${entry.id}(${named.join(', ')})`),
    '',
    entry.description,
    '',
    zh.description,
    '',
    table(
      ['Argument', 'Meaning', '含义'],
      entry.parameters.map((parameter, at) => [
        code(parameter.name) + (parameter.dimensionality === 'matrix' ? ' (cells)' : ''),
        cell(parameter.description),
        cell(zh.parameters[at]?.description ?? ''),
      ]),
    ),
    '',
    `Gives: ${returns}`,
    '',
    `结果：${resultIn(entry.id)}`,
    '',
    ...examples.flatMap(inBothLanguages),
  ];
}

/** Throws for a function whose result nobody has translated. */
function resultIn(id: string): string {
  const result = (results as Readonly<Record<string, string>>)[id];
  if (!result) throw new Error(`say in src/cli/docs/results.zh-CN.json what ${id} gives`);
  return result;
}

/** Once, where it mentions no heading. */
const inBothLanguages = (example: string): string[] =>
  [...new Set([exampleIn('en', example), exampleIn('zh-CN', example)])].flatMap((formula) => [code(formula), '']);

/** Reads `@returns` and `@example` of every function comment in a source file. */
function extrasOf(source: string): [string, Extras][] {
  return [...source.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*?@customfunction (\w+)[\s\S]*?)\*\//g)].map(
    ([, comment, id]) => {
      const lines = comment!.split('\n').map((line) => line.replace(/^\s*\*\s?/, ''));
      const tagged = (tag: string) =>
        lines.filter((line) => line.startsWith(`@${tag} `)).map((line) => line.slice(tag.length + 2).trim());
      return [id!, { returns: tagged('returns')[0] ?? '', examples: tagged('example') }];
    },
  );
}
