import type { RowList } from '../rows';

/** A line of the customer's facts; figures in it open their records. */
export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly why?: string | null;
  /** The records that the value was computed from. */
  readonly list?: () => RowList;
  /** The records behind the reason, for a value that is no figure. */
  readonly whyList?: () => RowList;
}

/** A list, or nothing where there are no records to show. */
export const listOf = (list: RowList): (() => RowList) | undefined => (list.rows.length ? () => list : undefined);
