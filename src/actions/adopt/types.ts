import type { Adoption } from '../../template/adopt';
import type { ColumnDef } from '../../template/types';

/** What a person said instead of what was proposed; everything they did not touch follows from the sheet. */
export interface Corrections {
  /** Id of the template's table. */
  readonly table?: string;
  /** Row of the headers, counted from 0 within the source. */
  readonly headerRow?: number;
  /** By position in the source: a column of the template, or null = mine, leave alone. */
  readonly columns?: Readonly<Record<number, string | null>>;
  /** The row that looks like a total is a record after all. */
  readonly totalsAreRecords?: boolean;
  /** Our own table for these records is still empty and may go. */
  readonly replaces?: boolean;
  /** What stands on the right may move further right. */
  readonly insertColumns?: boolean;
}

/** Where a mapping comes from, from the surest to none at all; `pane.adopt.reason.<reason>` says it to people. */
export type MappingReason =
  | 'chosen'
  | 'header'
  /** The header fits, some of the values do not. */
  | 'headerMostly'
  /** The header means nothing, the values look like this column. */
  | 'values'
  /** Tiers that a person gave are kept as reviewed ones; ours are computed beside them. */
  | 'reviewedTier'
  /** The CRM computes a column of this name: theirs stays, ours is added beside it. */
  | 'computed'
  /** Another column of the sheet has this meaning already. */
  | 'taken'
  /** The header fits, hardly any value does. */
  | 'doNotFit'
  /** Ids that are numbers: the native formulas compare texts. */
  | 'numericIds'
  | 'unknown';

/** Values of a column that the CRM cannot read as they stand. They are never changed. */
export interface Misfits {
  readonly code: 'badNumber' | 'badDate' | 'unknownLabel' | 'badBoolean' | 'storedAsText' | 'numberAsKey';
  readonly count: number;
  readonly examples: readonly string[];
}

export type CaptionChange = 'blank' | 'duplicate' | 'notText' | 'tooLong';

/** One column of the sheet, what it is taken for, and why. */
export interface ProposedColumn {
  /** Counted from 0 within the source. */
  readonly position: number;
  readonly header: string;
  /** What the header cell will say; `change` tells why it differs. */
  readonly caption: string;
  readonly change: CaptionChange | null;
  readonly column: string | null;
  /** What the header means even where the values forbid it. */
  readonly meant: string | null;
  readonly reason: MappingReason;
  readonly filled: number;
  readonly samples: readonly string[];
  readonly misfits: readonly Misfits[];
}

export type AdoptionProblemCode =
  | 'partMarked'
  | 'sameNames'
  | 'duplicateIds'
  | 'idsToFill'
  | 'missingRequired'
  | 'innerTotals'
  | 'totalsInside'
  | 'blankRows'
  | 'rowsAbove'
  | 'rowsBelow';

/** Something to know before agreeing; nothing of it stands in the way. */
export interface AdoptionProblem {
  readonly code: AdoptionProblemCode;
  readonly count: number;
  /** Caption of the column it is about, or examples. */
  readonly value: string;
}

/** Why a sheet cannot be used as it is; `errors.<code>` says what to do about it. */
export interface Blocker {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** How a sheet would become a CRM table: shown, corrected, then applied as part of a plan. */
export interface AdoptionProposal {
  readonly table: string;
  /** All tables it could be, the likeliest first. */
  readonly candidates: readonly string[];
  readonly headerRow: number;
  readonly records: number;
  readonly columns: readonly ProposedColumn[];
  /** Row that looks like a total, counted from 0 within the source. */
  readonly totalsRow: number | null;
  readonly problems: readonly AdoptionProblem[];
  readonly blockers: readonly Blocker[];
  /** The columns that are added at the right end. */
  readonly missing: readonly ColumnDef[];
  /** There is something on the right where they would go. */
  readonly needsRoom: boolean;
  readonly adoption: Adoption;
}
