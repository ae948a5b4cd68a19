import { columnFormula, defaultConditions, renderFormula } from '../../template/formula';
import { kindOf, template } from '../../template/load';
import { namesOf } from '../../template/bindings';
import { publicId } from '../../template/publicIds';
import type { ColumnDef, TableDef } from '../../template/types';
import { cell, code, table } from './markdown';

const names = namesOf(new Map(), 'en');

const kinds: Record<string, string> = {
  input: 'typed',
  formula: 'formula',
  rollup: 'roll-up',
  refreshed: 'refreshed',
};

/** docs/columns.md: every column with its kind, formula and meaning in both languages. */
export const columnsPage = (): string =>
  [
    '# Columns',
    '',
    'Every table and column of a CRM workbook. Generated from `templates/` (`npm run docs`).',
    '',
    '- **typed**: people write it; **formula**: follows from its row; **roll-up**: added up from another table;',
    '  **refreshed**: a value that Refresh writes, as of the day in Settings.',
    '- Formulas are those of an English workbook, as Excel shows them. Hidden columns are marked with °.',
    '- The id is what import maps, reports and programs call the column.',
    '',
    ...template.tables.filter(({ group }) => group !== 'system').flatMap(tableSection),
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
  return [`- **${column.caption.en}** ${code(`=${renderFormula(text, def.id, names, 'live')}`)}`];
}
