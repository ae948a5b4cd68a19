import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { template } from '../../src/template/load';
import { inputColumns } from '../../src/template/records';
import { languages, type Language, type ListItem } from '../../src/template/types';
import type { Book, BookCell } from '../../src/xlsx/book';
import { buildBook } from '../../src/xlsx/build';
import { writeBook } from '../../src/xlsx/write';
import { lintWorkbook } from '../../src/xlsx/lint';
import { describeWithLibreOffice, recalculate } from '../support/libreoffice';
import { validate } from '../support/validator';
import { dirtyWorkbook, rowsOfEach, seed, today, workbooks, type DirtyWorkbook } from './dirtyWorkbook';
import {
  formulaColumns,
  judgeColumn,
  judgeSheets,
  objections,
  sheetName,
  together,
  columnAt,
  type Sheets,
} from './judge';

const folder = mkdtempSync(join(tmpdir(), 'crm-judges-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const minutes = 60_000;

async function recalculated({ language, bytes }: Pick<DirtyWorkbook, 'language' | 'bytes'>): Promise<Sheets> {
  const path = join(folder, `dirty-${language}.xlsx`);
  writeFileSync(path, bytes);
  return recalculate(path);
}

/** Columns that show labels, with their list: the random rows must reach each of them. */
const labelColumns: Readonly<Record<string, string>> = {
  'customers.tier': 'tier',
  'customers.tierComputed': 'tier',
  'customers.revisitState': 'revisitState',
  'opportunities.forecastCategory': 'forecastCategory',
  'orders.status': 'orderStatus',
  'tickets.breached': 'boolean',
  'tickets.slaState': 'slaState',
  'tickets.nextStep': 'complaintStep',
  'tickets.customerTier': 'tier',
  'milestones.state': 'milestoneState',
  'stages.probabilityBasis': 'probabilityBasis',
};

describeWithLibreOffice('native formulas judged by LibreOffice', () => {
  let dirty: DirtyWorkbook[];
  let sheets: Sheets[];
  beforeAll(async () => {
    dirty = [];
    for (const [language, number] of workbooks) dirty.push(await dirtyWorkbook(language, number, rowsOfEach));
    sheets = await Promise.all(dirty.map(recalculated));
  }, 30 * minutes);

  it(`should equal the rules in every cell of ${rowsOfEach} dirty rows (seed ${seed})`, () => {
    const verdicts = dirty.map(({ computed, language }, at) => judgeSheets(sheets[at]!, computed, language));

    expect(objections(together(verdicts))).toEqual([]);
  });

  it('should have compared all formulas and roll-ups of every table of records', () => {
    const verdicts = judgeSheets(sheets[0]!, dirty[0]!.computed, 'en');
    const few = verdicts.filter(({ compared }) => compared < rowsOfEach * 0.99).map(({ place }) => place);

    expect(few.filter((place) => !place.startsWith('stages.'))).toEqual([]);
    expect(verdicts).toHaveLength(formulaColumns.length);
  });

  it.each(Object.entries(labelColumns))('should have reached every label of %s', (place, list) => {
    const [verdict] = together(
      dirty.map(({ computed, language }, at) => {
        const wanted = formulaColumns.filter(([table, column]) => `${table.id}.${column.id}` === place);
        return judgeSheets(sheets[at]!, computed, language, wanted);
      }),
    );
    const isReached = ({ label }: ListItem) => languages.some((language) => verdict!.values.has(label[language]));
    expect(template.lists[list]!.filter((item) => !isReached(item)).map(({ code }) => code)).toEqual([]);
  });

  it('should have met every code of every list that people choose from', () => {
    const { computed } = dirty[0]!;
    const columns = template.tables
      .filter(({ group }) => group === 'data')
      .flatMap((table) => inputColumns(table).map((column) => [table.id, column] as const));
    const missing = columns.flatMap(([table, { id, list, type }]) => {
      const found = new Set(computed.tables[table]!.columns[id]);
      const wanted = type === 'boolean' ? [true, false] : list ? template.lists[list]!.map(({ code }) => code) : [];
      return wanted.filter((code) => !found.has(code)).map((code) => `${table}.${id} ${code}`);
    });
    expect(missing).toEqual([]);
  });

  it('should notice one wrong cell in any column', () => {
    const [{ computed }, cells] = [dirty[0]!, sheets[0]!];
    const unnoticed = formulaColumns.filter(([table, column]) => {
      const at = columnAt(table, column);
      const wrong = computed.tables[table.id]!.sheetRows.at(-1)!;
      const rows = cells.get(sheetName(table, 'en'))!;
      const cellAt = (row: number) => (row === wrong ? 'planted' : rows[row - 1]?.[at]);
      const verdict = judgeColumn('here', computed, table.id, column.id, cellAt);
      return verdict.differences.map(({ judge }) => judge).join() !== 'planted';
    });
    expect(unnoticed.map(([table, column]) => `${table.id}.${column.id}`)).toEqual([]);
  });

  it('should not accept a column without a filled cell, nor one that shows the same everywhere', () => {
    const { computed } = dirty[0]!;
    const rows = computed.tables['orders']!;
    const columns = { ...rows.columns, status: rows.columns['status']!.map(() => null) };
    const empty = { ...computed, tables: { ...computed.tables, orders: { ...rows, columns } } };
    const blank = judgeColumn('orders.status', empty, 'orders', 'status', () => null);
    expect(objections([blank])).toEqual(['orders.status: no filled cell was compared']);
    expect(objections([{ ...blank, filled: 9, values: new Set(['x']) }])).toEqual([
      'orders.status: every cell is the same',
    ]);
  });
});

/** Formulas as somebody could break them: a wrong sign, the wrong aggregate, the wrong column. */
const breaks: Readonly<Record<string, (formula: string) => string>> = {
  'customers.daysOverdue': (formula) => formula.replace('crm_today-', '1+crm_today-'),
  'customers.lastOrderAt': (formula) => formula.replaceAll('MAXIFS', 'MINIFS'),
  'customers.ownerKey': (formula) => formula.replaceAll('[Owner]', '[Parent company]'),
  'orders.outstanding': (formula) => formula.replace('-N(', '+N('),
};

describeWithLibreOffice('the judge itself', () => {
  it(
    'should find wrong formulas',
    async () => {
      const workbook = await dirtyWorkbook('en', seed, 60);
      for (const [table, column] of formulaColumns) {
        const broken = breaks[`${table.id}.${column.id}`];
        const cells = workbook.book.sheets.find(({ name }) => name === sheetName(table, 'en'))!.cells;
        for (const row of cells.values()) {
          const cell = row.get(columnAt(table, column));
          if (broken && cell?.formula) cell.formula = broken(cell.formula);
        }
      }
      const sheets = await recalculated({ language: 'en', bytes: await writeBook(workbook.book) });

      const verdicts = judgeSheets(sheets, workbook.computed, 'en');

      const wrong = verdicts.filter((verdict) => verdict.differences.length).map(({ place }) => place);
      expect(wrong).toEqual(expect.arrayContaining(Object.keys(breaks)));
    },
    10 * minutes,
  );

  it(
    'should take what LibreOffice calculated, not what the file says',
    async () => {
      const workbook = await dirtyWorkbook('en', seed, 20);
      const cells = [...workbook.book.sheets.find(({ name }) => name === 'Customers')!.cells.values()];
      const planted = cells.flatMap((row) => [...row.values()]).find(({ formula, value }) => formula && value === 0)!;
      planted.value = -777;

      const sheets = await recalculated({ language: 'en', bytes: await writeBook(workbook.book) });

      const verdicts = judgeSheets(sheets, workbook.computed, 'en');
      expect(verdicts.flatMap(({ differences }) => differences)).toEqual([]);
      const cached = judgeSheets(gridsOf(workbook.book), workbook.computed, 'en');
      expect(cached.flatMap(({ differences }) => differences.map(({ judge }) => judge))).toEqual([-777]);
    },
    10 * minutes,
  );
});

describe('files judged by the Open XML SDK and our own lints', () => {
  it.each<Language>(['en', 'zh-CN'])('should have no findings (%s)', async (language) => {
    const { bytes } = await dirtyWorkbook(language, 4, 30);
    expect((await validate(bytes)).errors).toEqual([]);
    expect(lintWorkbook(bytes)).toEqual([]);
  });

  it('should have no findings in an empty workbook', async () => {
    const bytes = await writeBook(buildBook({ language: 'en', records: {}, clock: today }));
    expect((await validate(bytes)).errors).toEqual([]);
    expect(lintWorkbook(bytes)).toEqual([]);
  });
});

/** What the cells of a file hold without anybody calculating. */
const gridsOf = ({ sheets }: Book): Sheets =>
  new Map(
    sheets.map(({ name, cells }) => {
      const rows: BookCell['value'][][] = [];
      for (const [row, columns] of cells) {
        rows[row] = [];
        for (const [column, { value }] of columns) rows[row]![column] = value;
      }
      return [name, Array.from(rows, (row) => row ?? [])];
    }),
  );
