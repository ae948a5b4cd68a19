import type { ReferenceIndex } from '../../crm/reference';
import type { Snapshot, Value } from '../../crm/snapshot';
import { Computation } from '../compute';
import { keyColumnId } from '../keys';
import { tableDef } from '../load';
import { familyByKey, type Family } from '../rollup';
import type { Environment } from '../twins';
import type { TableDef } from '../types';
import type { View } from './book';

/** The rows of a table that somebody looks at; `null` = all of them. */
export type Picks = (table: string) => readonly number[] | null;

const noColumns: ReadonlyMap<string, readonly Value[]> = new Map();

/**
 * A computation that sees some rows only, so that the same declarations and rules that compute whole columns bring single
 * rows up to date. What they read besides has been computed already.
 */
export class Slice extends Computation {
  constructor(
    private readonly view: View,
    snapshot: Snapshot,
    environment: Environment,
    private readonly picks: Picks = () => null,
  ) {
    super(snapshot, environment.today, { environment, columns: noColumns });
  }

  override column(table: string, column: string): readonly Value[] {
    const values = this.view.column(table, column);
    return this.picks(table)?.map((row) => values.at(row)) ?? values.toArray();
  }

  override rows(table: string): number {
    return this.picks(table)?.length ?? this.view.rows(table);
  }

  override reference(table: string): ReferenceIndex {
    return this.view.reference(table);
  }

  /** By the keys: what a cell means depends on rows that are not seen here. */
  override family(child: string, reference: string, parent: TableDef): Family {
    return familyByKey(this.column(child, keyColumnId(reference)), this.column(parent.id, 'id'));
  }

  override rowsMeant(): null {
    return null;
  }

  protected override cells(table: string, column: string): (row: number) => Value {
    const values = this.view.column(table, column);
    return (row) => values.at(row);
  }

  /** The column anew, whatever is known of it. */
  values(table: string, column: string): readonly Value[] {
    return this.compute(tableDef(table), column);
  }
}
