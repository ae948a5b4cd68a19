import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { adopt, planAdopt } from '../../src/actions/adopt';
import { proposeAdoption } from '../../src/actions/adopt/propose';
import type { LiveHome } from '../../src/actions/home';
import { install } from '../../src/actions/install';
import { logRevisit, type Revisit } from '../../src/actions/logRevisit';
import { blankIds } from '../../src/actions/refresh';
import { sequenceIds } from '../../src/shared/ids';
import { buildBook } from '../../src/xlsx/build';
import { emptyBook, emptySheet, setCell, type Book } from '../../src/xlsx/book';
import { readBook } from '../../src/xlsx/read';
import type { Story } from './cuts';

/** The identity of a workbook is random, or made anew when the first attempt lost it. */
const blurIdentity = (line: string): string => line.replace(/^(name {2}crm_workbook) .* (true|false)$/, '$1 $2');

/** A manager's own workbook: cells, a formula, a table and a name, on sheets called like ours. */
function ownWorkbook(): Book {
  const sheet = emptySheet('Customers');
  [
    ['Company', 'City'],
    ['Aurora', 'Lyon'],
    ['Boreal', 'Turin'],
  ].forEach((cells, row) => cells.forEach((value, column) => setCell(sheet, row, column, { value })));
  setCell(sheet, 5, 0, { value: 2, formula: 'ROWS(Customers[City])' });
  sheet.tables.push({
    id: 1,
    name: 'Customers',
    range: 'A1:B3',
    columns: ['Company', 'City'].map((name, index) => ({ id: index + 1, name })),
    style: 'TableStyleLight1',
    showHeaders: true,
    showTotals: false,
    showFilterButton: true,
    showBandedRows: true,
  });
  return { ...emptyBook(sheet, emptySheet('Notes')), names: [{ name: 'cities', formula: 'Customers!$B$2:$B$3' }] };
}

export const installing: Story = {
  name: 'install',
  before: ownWorkbook,
  act: (home) => install(home, 'en'),
  blur: blurIdentity,
};

/** The workbook of an earlier version of this code, with data. */
export const upgrading: Story = {
  name: 'upgrade',
  before: () => readBook(readFileSync(join(__dirname, '../fixtures/workbooks/crm-1-en.xlsx'))),
  act: (home) => install(home, 'en'),
  blur: blurIdentity,
};

/** A list as people keep it: a title, headings in an order of their own, a blank row, a total, another sheet. */
function messyWorkbook(): Book {
  const sheet = emptySheet('Clients');
  [
    ['Our clients', null, null, null],
    ['City', 'Company', 'Since', 'Visits'],
    ['Lyon', 'Aurora', 45_000, 3],
    [null, null, null, null],
    ['Turin', 'Boreal', 45_100, 4],
  ].forEach((cells, row) => cells.forEach((value, column) => value !== null && setCell(sheet, row, column, { value })));
  setCell(sheet, 5, 0, { value: 'Total' });
  setCell(sheet, 5, 3, { value: 7, formula: 'SUM(D3:D5)' });
  return emptyBook(sheet, emptySheet('Notes'));
}

/** What the person points at is what is selected; the second time it may be a table of the CRM already. */
async function adoptSelected(home: LiveHome): Promise<unknown> {
  const source = await home.lookAtSelection();
  if (source.boundTo !== null) return install(home, 'en');
  const { adoption } = proposeAdoption(source, 'en');
  return adopt(home, await planAdopt(home, 'en', [adoption]), [adoption], { ids: sequenceIds() });
}

/** As after a reload: what was cut short is finished, and Refresh gives the ids that are still missing. */
async function adoptAgain(home: LiveHome): Promise<unknown> {
  await adoptSelected(home);
  const blank = blankIds(await home.read(['customers']), sequenceIds());
  return blank.length ? home.fillIds(blank) : undefined;
}

export const adopting: Story = {
  name: 'adopt',
  before: messyWorkbook,
  act: adoptSelected,
  again: adoptAgain,
  blur: blurIdentity,
};

/** A CRM workbook with two customers. */
const smallCrm = (): Book =>
  buildBook({
    language: 'en',
    clock: 46_083,
    records: {
      customers: ['Aurora', 'Boreal'].map((name, index) => ({ id: `C-${index + 1}`, name, createdAt: 46_000 })),
    },
  });

/** With an id of its own: the form keeps it through failed attempts (decision 18). */
const revisit: Revisit = {
  id: 'F-1',
  customer: 'C-1',
  channel: 'call',
  outcome: 'progress',
  heldAt: 46_083,
  note: 'met',
  nextAt: 46_090,
};
const log = (home: LiveHome) => logRevisit(home, revisit, sequenceIds());

/** The pane looks first what is left to be done; then the person presses the button again. */
async function logAgain(home: LiveHome): Promise<unknown> {
  await home.reconcile();
  return log(home);
}

export const logging: Story = { name: 'log a revisit', before: smallCrm, act: log, again: logAgain };

/** Everything that `npm run bench -- faults` disturbs. */
export const stories: readonly Story[] = [upgrading, logging, adopting, installing];
