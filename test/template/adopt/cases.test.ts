import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { proposeAdoption } from '../../../src/actions/adopt/propose';
import type { AdoptionProposal, Corrections, ProposedColumn } from '../../../src/actions/adopt/types';
import type { SourceSheet } from '../../../src/template/adopt';
import type { Language } from '../../../src/template/types';
import { plainSheet } from '../../support/plainSheet';

/** One sheet as a person keeps it, and what they said about it. */
interface Input {
  readonly language: Language;
  readonly source: Partial<SourceSheet> & Pick<SourceSheet, 'sheet' | 'rows'>;
  readonly corrections?: Corrections;
}

type View = (proposal: AdoptionProposal, expected: Readonly<Record<string, unknown>>) => unknown;

/** The header's own columns that a case speaks of. */
const byHeader = (
  { columns }: AdoptionProposal,
  wanted: unknown,
  pick: (column: ProposedColumn) => unknown,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.keys(wanted as object).map((header) => [header, pick(columns.find((column) => column.header === header)!)]),
  );

/** What `expected.json` may state; a case states what it is about. */
const views: Readonly<Record<string, View>> = {
  table: ({ table }) => table,
  headerRow: ({ headerRow }) => headerRow,
  records: ({ records }) => records,
  totalsRow: ({ totalsRow }) => totalsRow,
  needsRoom: ({ needsRoom }) => needsRoom,
  columns: (proposal, { columns }) => byHeader(proposal, columns, ({ column, reason }) => [column, reason]),
  misfits: (proposal, { misfits }) =>
    byHeader(proposal, misfits, (column) => column.misfits.map(({ code, count, examples }) => [code, count, examples])),
  captions: ({ columns }) => columns.map(({ caption }) => caption),
  changes: ({ columns }) => columns.map(({ change }) => change),
  problems: ({ problems }) => problems.map(({ code, count }) => [code, count]),
  blockers: ({ blockers }) => blockers.map(({ code }) => code),
  place: ({ adoption }) => [adoption.row, adoption.column, adoption.rows, adoption.columns],
  existing: ({ adoption }) => adoption.existing,
};

const folder = join(__dirname, 'cases');
const read = <T>(name: string, file: string): T => JSON.parse(readFileSync(join(folder, name, file), 'utf8')) as T;

describe('proposing how a sheet is adopted', () => {
  it.each(readdirSync(folder))('should give what the case expects: %s', (name) => {
    const { language, source, corrections } = read<Input>(name, 'input.json');
    const expected = read<Record<string, unknown>>(name, 'expected.json');
    const propose = () => proposeAdoption({ ...plainSheet, ...source }, language, corrections);

    if ('error' in expected) return expect(propose).toThrow(expect.objectContaining({ code: expected.error }));
    const proposal = propose();
    expect(Object.fromEntries(Object.keys(expected).map((key) => [key, views[key]!(proposal, expected)]))).toEqual(
      expected,
    );
  });
});
