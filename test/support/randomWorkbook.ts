import type { Value } from '../../src/crm/snapshot';
import { defaultLabels, labelKey } from '../../src/template/labels';
import { anchorOf, template } from '../../src/template/load';
import { inputColumns } from '../../src/template/records';
import type { SeedRow } from '../../src/template/seed';
import type { ColumnDef, Language, TableDef } from '../../src/template/types';
import { nastyIds, nastyNames, nastyNumbers, wrongTypes } from './randomWorkbookDirt';

/** A small seeded generator (mulberry32), so that a failing workbook can be built again. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Records for every data table of the template, with dirt: blanks, wrong types, unknown labels, labels in another case,
 * dangling and ambiguous references, missing and repeated ids. A table or column that is added to the template is in.
 */
export function randomRecords(
  seed: number,
  rows: number,
  today: number,
  language: Language = 'en',
): Record<string, SeedRow[]> {
  const dice = new Dice(seeded(seed), today, rows, language);
  return Object.fromEntries(dataTables.map((table) => [table.id, dice.records(table)]));
}

const dataTables = template.tables.filter((table) => table.group === 'data');

/** How many cells of a row are blank: nearly complete ones, usual ones, and rows that somebody only began. */
const blankShares = [0.02, 0.12, 0.5] as const;

/** What ends a story or overrules a rule: filled everywhere it would leave the other branches of the rules unseen. */
const mostlyBlank: ReadonlySet<string> = new Set([
  ...['terminatedAt', 'collectedAt', 'doneAt', 'doNotContact'],
  ...['tierOverride', 'tierReviewed', 'probabilityOverride', 'forecastJudgement'],
]);

class Dice {
  private readonly ids: Readonly<Record<string, readonly string[]>>;
  private readonly labels: ReadonlyMap<string, string>;

  constructor(
    private readonly random: () => number,
    private readonly today: number,
    private readonly rows: number,
    language: Language,
  ) {
    this.labels = defaultLabels(template, language);
    this.ids = Object.fromEntries(dataTables.map((table) => [table.id, this.idsOf(table)]));
  }

  records(table: TableDef): SeedRow[] {
    const anchor = anchorOf(table);
    return this.ids[table.id]!.map((id, row): SeedRow => {
      const blank = this.pick(blankShares);
      const values = inputColumns(table).map((column) => [column.id, this.value(column, blank)] as const);
      const record = Object.fromEntries(values);
      const withoutId = row >= nastyIds.length && this.happens(0.02);
      return { ...record, id: withoutId ? null : id, ...(withoutId ? { [anchor]: record[anchor] ?? 'garbage' } : {}) };
    });
  }

  /** Nasty ones first; some later ones are there twice. Orders outnumber customers, so that most of these have a value. */
  private idsOf(table: TableDef): string[] {
    return Array.from({ length: table.id === 'orders' ? this.rows * 2 : this.rows }, (_, row) => {
      if (row < nastyIds.length) return nastyIds[row]!;
      return `${table.idPrefix}${this.happens(0.02) ? this.below(row) : row}`;
    });
  }

  private value(column: ColumnDef, blank: number): Value {
    if (this.happens(mostlyBlank.has(column.id) ? 0.7 : blank)) return null;
    return this.happens(0.03) ? this.pick(wrongTypes) : this.typed[column.type](column);
  }

  private readonly typed: Record<ColumnDef['type'], (column: ColumnDef) => Value> = {
    id: () => null,
    any: () => null,
    text: (column) => (column.id === 'name' ? this.name(0.4) : `t${this.below(9)}`),
    integer: () => (this.happens(0.1) ? this.pick([-1, 0, 1]) : this.below(600) - 20),
    number: () => this.below(10_000) / 10,
    money: () => (this.happens(0.1) ? this.pick(nastyNumbers) : (this.below(5_100_000) - 100_000) / 100),
    percent: () => this.below(101) / 100,
    date: () => (this.happens(0.1) ? this.day() + 0.5 : this.day()),
    // A third in the last days: clocks that end today.
    datetime: () =>
      (this.happens(0.3) ? this.today - this.below(6) : this.day()) +
      (this.happens(0.2) ? this.pick([0, 0.375, 0.5, 17 / 24]) : this.below(1440) / 1440),
    time: () => this.random(),
    boolean: (column) => this.label(column.list!, this.happens(column.id === 'archived' ? 0.1 : 0.3) ? 'yes' : 'no'),
    list: (column) => this.label(column.list!, this.pick(template.lists[column.list!]!).code),
    reference: (column) => (this.happens(0.8) ? this.idIn(column.to!) : this.name(0.5)),
  };

  /** Far in the past, around today, and the days on which a rule changes its mind. */
  private day(): number {
    const kind = this.random();
    if (kind < 0.5) return this.today - 900 + this.below(1000);
    if (kind < 0.85) return this.today - 45 + this.below(90);
    return this.today + this.pick([-366, -365, -364, -1, 0, 0, 1, 6, 7, 15, 16, 30, 31]);
  }

  /** A label, sometimes in another case: Excel compares without it. */
  private label(list: string, code: string): Value {
    if (this.happens(0.03)) return this.labels.get(labelKey(list, code))!.toUpperCase();
    return list === 'boolean' ? code === 'yes' : code;
  }

  /** Some records have many children, some have none. */
  private idIn(table: string): string {
    const ids = this.ids[table]!;
    return ids[Math.floor(this.random() ** (this.happens(0.3) ? 3 : 1) * ids.length)]!;
  }

  private name(nasty: number): string {
    return this.happens(nasty) ? this.pick(nastyNames) : `Name ${this.below(this.rows * 3)}`;
  }

  private happens(share: number): boolean {
    return this.random() < share;
  }

  private below(limit: number): number {
    return Math.floor(this.random() * limit);
  }

  private pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!;
  }
}
