import { crm1 } from './crm1';
import { crm2 } from './crm2';
import { crm3 } from './crm3';

/** One step from a version of the workbook's structure to the next. Never changed once it was released. */
export interface Migration {
  /** `crm/<version>`: the structure that it leads to. */
  readonly id: `crm/${number}`;
  readonly version: number;
  /**
   * What it changes, for a reader of this code. Sheets, tables, columns and names that the new structure has and the
   * workbook lacks are found by the plan, as after a deletion; what a plan cannot see is done here, on the rows of the
   * meta table as they were read (pure, without Excel).
   */
  readonly about: string;
  readonly metaRow: (cells: readonly unknown[]) => readonly unknown[];
  /**
   * Formulas that it replaces, by `table.column`: every template text that an earlier version installed there and that is
   * no longer today's. Placeholders instead of captions serve both languages and renamed columns.
   */
  readonly formulas: Readonly<Record<string, readonly string[]>>;
}

/** Every version there was, in order: version n stands at n - 1. */
export const migrations: readonly Migration[] = [crm1, crm2, crm3];

/** What leads from a version to the present one. */
export const dueMigrations = (version: number): readonly Migration[] =>
  migrations.filter((migration) => migration.version > version);

/** A row of the meta table of an older workbook as the present structure has it. */
export const migratedMetaRow = (cells: readonly unknown[], version: number): readonly unknown[] =>
  dueMigrations(version).reduce((row, migration) => migration.metaRow(row), cells);

/** What earlier versions installed in a column and the way from `version` to the present one replaces: template texts. */
export const formerFormulas = (version: number, table: string, column: string): readonly string[] =>
  dueMigrations(version).flatMap(({ formulas }) => formulas[`${table}.${column}`] ?? []);
