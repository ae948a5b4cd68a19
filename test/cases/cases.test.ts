import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { columnFinder } from '../../src/actions/import/mapHeaders';
import { buildReport } from '../../src/actions/report';
import { reportJson } from '../../src/cli/reportJson';
import type { Value } from '../../src/crm/snapshot';
import { readIso, toSerial } from '../../src/shared/dates';
import { tableDef } from '../../src/template/load';
import { fillWorkbook } from '../../src/template/records';
import type { Language } from '../../src/template/types';

/**
 * A case is a folder: `input.json` holds the records by table, with public column ids, codes and ISO dates;
 * `expected.json` the parts of the report that the case is about. Adding a case is adding a folder.
 */
interface CaseInput {
  /** The rule the case proves: its title. */
  readonly rule: string;
  readonly today: string;
  readonly lang?: Language;
  readonly settings?: Readonly<Record<string, Value>>;
  readonly tables: Readonly<Record<string, readonly Readonly<Record<string, Value>>[]>>;
}

const folders = readdirSync(__dirname, { withFileTypes: true }).filter(
  (entry) => entry.isDirectory() && existsSync(join(__dirname, entry.name, 'input.json')),
);
const read = <T>(folder: string, file: string): T =>
  JSON.parse(readFileSync(join(__dirname, folder, file), 'utf8')) as T;

/** A record with column ids as the template has them, and dates as serials. */
function decoded(table: string, record: Readonly<Record<string, Value>>): Record<string, Value> {
  const find = columnFinder(tableDef(table));
  const entries = Object.entries(record).map(([name, value]) => {
    const column = find(name);
    if (!column) throw new Error(`${table} has no column ${name}`);
    const isDate = column.type === 'date' || column.type === 'datetime';
    return [column.id, isDate && typeof value === 'string' ? (readIso(value) ?? value) : value] as const;
  });
  return Object.fromEntries(entries);
}

function reportOf({ lang = 'en', today, settings, tables }: CaseInput): object {
  const clock = toSerial(today);
  const records = Object.fromEntries(
    Object.entries(tables).map(([table, rows]) => [table, rows.map((row) => decoded(table, row))]),
  );
  const { computed } = fillWorkbook({ language: lang, records, settings: { asOf: clock, ...settings }, clock });
  return reportJson(buildReport(computed, clock, { rows: true }));
}

describe('cases', () => {
  const cases = folders.map(({ name }) => ({ name, input: read<CaseInput>(name, 'input.json') }));
  it.each(cases)('$name: $input.rule', ({ name, input }) => {
    expect(reportOf(input)).toMatchObject(read<object>(name, 'expected.json'));
  });
});
