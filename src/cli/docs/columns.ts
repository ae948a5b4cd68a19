import { columnFormula, defaultConditions, renderFormula, type Names } from '../../template/formula';
import { functionTwins } from '../../template/functionTwins';
import { kindOf, template } from '../../template/load';
import { namesOf } from '../../template/bindings';
import { publicId } from '../../template/publicIds';
import type { ColumnDef, Language, TableDef } from '../../template/types';
import { cell, code, table } from './markdown';

const namesIn: Readonly<Record<Language, Names>> = {
  en: namesOf(new Map(), 'en'),
  'zh-CN': namesOf(new Map(), 'zh-CN'),
};

const kinds: Record<string, string> = {
  input: 'typed',
  formula: 'formula',
  rollup: 'roll-up',
  refreshed: 'refreshed',
};

/** docs/columns.md: every column with its kind, formula and meaning in both languages. */
export const columnsPage = (): string =>
  [
    '# Columns / 列',
    '',
    'Every table and column of a CRM workbook. Generated from `templates/` (`npm run docs`).',
    '',
    '- **typed**: people write it; **formula**: follows from its row; **roll-up**: added up from another table;',
    '  **refreshed**: a value that Refresh writes, as of the day in Settings.',
    '- Formulas are shown as Excel shows them, in an English and in a Chinese workbook. Hidden columns are marked with °.',
    '- **as a function**: what the column holds while a manager has it call the add-in (Setup, Columns by function); share-safe',
    '  turns it back.',
    '- The id is what import maps, reports and programs call the column.',
    '',
    'CRM 工作簿的全部表和列，由 `templates/` 生成（`npm run docs`）。',
    '',
    '- **typed** 人工填写；**formula** 由本行公式计算；**roll-up** 由其他表汇总；**refreshed** 由“刷新”写入的数值，截至“设置”中的日期。',
    '- 公式按英文和中文工作簿分别列出，与 Excel 中显示的一致。隐藏列以 ° 标出。',
    '- **as a function** 是改用加载项函数时该列的公式；“便于共享”会恢复原公式。',
    '- Id 是导入映射、报表和程序所用的列代码。',
    '',
    ...template.tables.flatMap(tableSection),
  ].join('\n');

function tableSection(def: TableDef): string[] {
  return [
    `## ${def.label.en} / ${def.label['zh-CN']}`,
    '',
    `Table \`${def.tableName}\`, id \`${def.id}\`.`,
    '',
    table(
      ['Id', 'English', '中文', 'Kind', 'Meaning', '含义'],
      def.columns.map((column) => columnRow(def, column)),
    ),
    '',
    ...def.columns.flatMap((column) => formulaLine(def, column)),
    '',
  ];
}

function columnRow(def: TableDef, column: ColumnDef): string[] {
  const reference = column.to ? ` → ${column.to}` : '';
  return [
    code(publicId(def, column)) + (column.hidden ? '°' : ''),
    cell(column.caption.en),
    cell(column.caption['zh-CN']),
    `${kinds[kindOf(column)]}, ${column.list ? `list \`${column.list}\`` : column.type}${reference}`,
    cell(column.help?.en ?? ''),
    cell(column.help?.['zh-CN'] ?? ''),
  ];
}

function formulaLine(def: TableDef, column: ColumnDef): string[] {
  const text = columnFormula(def, column, defaultConditions);
  if (text === null) return [];
  const twin = functionTwins[`${def.id}.${column.id}`];
  return [
    `- **${column.caption.en}** ${shown(text, def, 'en')}`,
    `  - **${column.caption['zh-CN']}** ${shown(text, def, 'zh-CN')}`,
    ...(twin === undefined ? [] : [`  - as a function: ${shown(twin, def, 'en')}`]),
  ];
}

const shown = (text: string, def: TableDef, language: Language): string =>
  code(`=${renderFormula(text, def.id, namesIn[language], 'live')}`);
