import { importRecords, type ImportRequest } from '../../../src/actions/import/importRecords';
import type { ImportProblem } from '../../../src/actions/import/types';
import type { RunOptions } from '../../../src/actions/home';
import { sequenceIds } from '../../../src/shared/ids';
import type { ColumnDef, ListItem, TableDef } from '../../../src/template/types';

const column = (id: string, type: ColumnDef['type'], zh: string, more: Partial<ColumnDef> = {}): ColumnDef => ({
  id,
  type,
  caption: { en: id, 'zh-CN': zh },
  ...more,
});

export const deals: TableDef = {
  id: 'opportunities',
  tableName: 'Opportunities',
  sheet: 'opportunities',
  label: { en: 'Opportunity', 'zh-CN': '商机' },
  idPrefix: 'D',
  group: 'data',
  synonyms: ['deals'],
  columns: [
    column('id', 'id', '商机编号', { synonyms: ['opportunity id'] }),
    column('name', 'text', '商机名称', { caption: { en: 'Deal name', 'zh-CN': '商机名称' } }),
    column('customer', 'reference', '客户', { to: 'customers', required: true, synonyms: ['account', '客户名称'] }),
    column('phone', 'text', '电话'),
    column('stage', 'list', '阶段', { list: 'stage', required: true, synonyms: ['deal stage'] }),
    column('outcome', 'list', '结果', { list: 'outcome' }),
    column('amount', 'money', '金额', { synonyms: ['close value'] }),
    column('probability', 'percent', '赢率'),
    column('units', 'integer', '数量'),
    column('createdAt', 'date', '创建日期', { synonyms: ['engage date'] }),
    column('closedAt', 'date', '成交日期', { synonyms: ['close date'] }),
    column('meetingAt', 'datetime', '会议时间'),
    column('archived', 'boolean', '已归档', { list: 'boolean' }),
    column('weighted', 'money', '加权金额', { kind: 'formula' }),
  ],
};

const item = (code: string, en: string, zh: string, synonyms: string[] = []): ListItem => ({
  code,
  label: { en, 'zh-CN': zh },
  synonyms,
});

export const lists: Record<string, ListItem[]> = {
  stage: [item('found', 'Found', '发现机会', ['in progress']), item('committed', 'Committed', '客户承诺')],
  outcome: [item('open', 'Open', '进行中'), item('won', 'Won', '赢单'), item('lost', 'Lost', '输单')],
  boolean: [item('yes', 'Yes', '是'), item('no', 'No', '否')],
};

const utf8 = new TextEncoder();
export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => utf8.encode(text);

/** Runs an import into the deals table; `content` is CSV text or bytes. */
export const importDeals = (
  content: string | Uint8Array<ArrayBuffer>,
  request: Partial<ImportRequest> = {},
  options?: RunOptions,
) =>
  importRecords(
    {
      file: { fileName: 'deals.csv', bytes: typeof content === 'string' ? bytesOf(content) : content },
      table: 'opportunities',
      template: { tables: [deals], lists },
      settings: { currency: 'CNY' },
      ids: sequenceIds(),
      ...request,
    },
    options,
  );

/** `code row column value`, the part of a problem that a person reads. */
export const told = (problems: readonly ImportProblem[]): string[] =>
  problems.map(({ code, row, column: at, value }) => `${code} ${row} ${at} ${value}`.trim());
