import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { adopt, planAdopt } from '../../../src/actions/adopt';
import { proposeAdoption } from '../../../src/actions/adopt/propose';
import { readCsv } from '../../../src/actions/import/readCsv';
import { planInstall } from '../../../src/actions/install';
import { sequenceIds } from '../../../src/shared/ids';
import { bookFromWorkbook } from '../../../src/host/file/toBook';
import { writeBook } from '../../../src/xlsx/write';
import { lintWorkbook } from '../../../src/xlsx/lint';
import type { Book } from '../../../src/xlsx/book';
import { readBook } from '../../../src/xlsx/read';
import { libreOfficePath, recalculate } from '../../support/libreoffice';
import { realExport } from '../../support/realExport';
import { validate } from '../../support/validator';
import { changing, openWorkbook, run, today, type LiveFixture } from '../support';

const describeWithExport = realExport ? describe : describe.skip;
const itWithLibreOffice = libreOfficePath() ? it : it.skip;

/** Types a CSV file into a sheet from `B4` on, below a title, as a person would paste it; numbers become numbers. */
async function typeIn(fixture: LiveFixture, file: string, sheetName: string): Promise<void> {
  const { rows } = readCsv(readFileSync(join(realExport!, file), 'utf8'));
  const cells = rows.map((row) => row.cells.map((cell) => cell ?? ''));
  await run(fixture, async (context) => {
    const sheet = context.workbook.worksheets.add(sheetName);
    sheet.getRange('B2').values = [['From our old system']];
    sheet.getRangeByIndexes(3, 1, cells.length, cells[0]!.length).values = cells;
    sheet.getRange('C6').select();
    await context.sync();
  });
}

async function propose(fixture: LiveFixture, sheet: string) {
  await run(fixture, async (context) => {
    context.workbook.worksheets.getItem(sheet).getRange('C6').select();
    await context.sync();
  });
  return proposeAdoption(await fixture.home.lookAtSelection(), 'en');
}

describeWithExport('adopting the sheets of a real CRM export', () => {
  const folder = mkdtempSync(join(tmpdir(), 'crm-adopt-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  let adopted: Awaited<ReturnType<typeof adoptExport>>;
  beforeAll(async () => {
    adopted = await adoptExport();
  }, 60_000);

  async function adoptExport() {
    const fixture = await openWorkbook();
    await typeIn(fixture, 'accounts.csv', 'accounts');
    await typeIn(fixture, 'products.csv', 'products');
    const proposals = [await propose(fixture, 'accounts'), await propose(fixture, 'products')];
    const adoptions = proposals.map(({ adoption }) => adoption);
    const plan = await planAdopt(fixture.home, 'en', adoptions);
    const report = await adopt(fixture.home, plan, adoptions, { ids: sequenceIds() });
    return { fixture, proposals, report };
  }

  it('should recognise every column, keep every record, and leave nothing to do', async () => {
    const { fixture, proposals, report } = adopted;

    expect(proposals.map(({ table, records }) => [table, records])).toEqual([
      ['customers', 85],
      ['products', 7],
    ]);
    expect(proposals[0]!.columns.map(({ header, column }) => [header, column])).toEqual([
      ['account', 'name'],
      ['sector', 'industry'],
      ['year_established', 'yearFounded'],
      ['revenue', 'annualRevenue'],
      ['employees', 'employees'],
      ['office_location', 'region'],
      ['subsidiary_of', 'parent'],
    ]);
    expect(report).toEqual({ skipped: [], records: 92, idsFilled: 92 });
    expect((await planInstall(fixture.home, 'en')).steps).toEqual([]);
    expect((await fixture.home.read()).problems).toEqual([]);
  });

  itWithLibreOffice(
    'should give a file without findings whose figures LibreOffice computes too',
    async () => {
      const { fixture } = adopted;
      // The day is fixed, since LibreOffice has a clock of its own.
      await fixture.home.apply(changing('settings', 'asOf', 'value', null, today));
      const bytes = await writeBook(bookFromWorkbook(fixture.host.workbook));
      const path = join(folder, 'adopted.xlsx');
      writeFileSync(path, bytes);

      const recalculated = await recalculate(path);

      expect((await validate(bytes)).errors).toEqual([]);
      expect(lintWorkbook(bytes)).toEqual([]);
      expect(differences(readBook(bytes), recalculated)).toEqual([]);
    },
    120_000,
  );
});

/** Cells of the adopted sheets and the dashboard whose figures the host and LibreOffice compute differently. */
function differences(book: Book, recalculated: Awaited<ReturnType<typeof recalculate>>): string[] {
  return ['accounts', 'products', 'Dashboard'].flatMap((name) => {
    const sheet = book.sheets.find((candidate) => candidate.name === name)!;
    const computed = recalculated.get(name)!;
    return [...sheet.cells].flatMap(([row, cells]) =>
      [...cells].flatMap(([column, { formula, value }]) => {
        const other = computed[row]?.[column] ?? '';
        return formula && other !== (value ?? '')
          ? [`${name} ${row} ${column}: ${String(value)} ${String(other)}`]
          : [];
      }),
    );
  });
}
