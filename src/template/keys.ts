import { escapeWildcards, keyPrefix, namePrefix, noIdCriterion } from './keyText';
import type { ColumnDef, TableDef } from './types';

/**
 * Hidden columns behind references (decision 2). People type an id or a unique name; roll-ups need one safe key:
 * `<reference>Key` of the child holds `id:` + the parent's id (id match, else unique-name match, else ""), and the
 * parent's `criterion` holds the same text with wildcards escaped. The prefix keeps COUNTIFS and SUMIFS from reading
 * ids such as `007`, `1E5` or `=A` as numbers or comparisons.
 */
export const keyColumnId = (reference: string) => `${reference}Key`;

export function withKeyColumns(tables: readonly TableDef[]): TableDef[] {
  const byId = new Map(tables.map((table) => [table.id, table]));
  const parents = new Set(tables.flatMap((table) => table.columns.map((column) => column.to)));
  return tables.map((table) => ({
    ...table,
    columns: [
      ...table.columns,
      ...table.columns.filter((column) => column.to).map((column) => keyColumn(column, byId.get(column.to!)!)),
      ...(parents.has(table.id) ? parentColumns(table) : []),
    ],
  }));
}

function keyColumn(reference: ColumnDef, parent: TableDef): ColumnDef {
  const wanted = escapeWildcards(`{${reference.id}}`);
  const byName = parent.nameColumn
    ? `IFERROR("${keyPrefix}"&INDEX({${parent.id}.id},MATCH(${wanted},{${parent.id}.uniqueName},0)),"")`
    : '""';
  return {
    id: keyColumnId(reference.id),
    type: 'text',
    kind: 'formula',
    hidden: true,
    scans: parent.id,
    caption: { en: `${reference.caption.en} key`, 'zh-CN': `${reference.caption['zh-CN']}键` },
    help: {
      en: `"${keyPrefix}" and the ID of the record that "${reference.caption.en}" means; blank when there is none. Roll-ups match by it.`,
      'zh-CN': `“${keyPrefix}”加上“${reference.caption['zh-CN']}”所指记录的编号，供汇总匹配；无对应记录时留空。`,
    },
    formula: `IF({${reference.id}}="","",IFERROR("${keyPrefix}"&INDEX({${parent.id}.id},MATCH(${wanted},{${parent.id}.id},0)),${byName}))`,
  };
}

function parentColumns(table: TableDef): ColumnDef[] {
  const criterion: ColumnDef = {
    id: 'criterion',
    type: 'text',
    kind: 'formula',
    hidden: true,
    caption: { en: 'Match criterion', 'zh-CN': '匹配条件' },
    help: {
      en: 'The ID as roll-ups search for it, with wildcards made harmless.',
      'zh-CN': '汇总查找时使用的编号，其中的通配符已转义。',
    },
    formula: `IF({id}="","${noIdCriterion}","${keyPrefix}"&${escapeWildcards('{id}')})`,
  };
  if (!table.nameColumn) return [criterion];
  const name = `{${table.nameColumn}}`;
  return [
    criterion,
    {
      id: 'nameKey',
      type: 'text',
      kind: 'formula',
      hidden: true,
      caption: { en: 'Name key', 'zh-CN': '名称键' },
      help: {
        en: 'The name as plain text, so that names such as 007 are compared letter by letter.',
        'zh-CN': '按文本处理的名称，使 007 之类的名称能逐字比较。',
      },
      formula: `"${namePrefix}"&${name}`,
    },
    {
      id: 'uniqueName',
      type: 'text',
      kind: 'formula',
      hidden: true,
      scans: table.id,
      caption: { en: 'Unique name', 'zh-CN': '唯一名称' },
      help: {
        en: 'The name if no other record has it; only such names may stand for an ID.',
        'zh-CN': '名称唯一时为该名称；只有唯一的名称才能代替编号。',
      },
      formula: `IF(${name}="","",IF(COUNTIF({${table.id}.nameKey},"${namePrefix}"&${escapeWildcards(name)})=1,${name},""))`,
    },
  ];
}
