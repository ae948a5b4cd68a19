/**
 * The tables of a CRM workbook as typed, columnar, immutable records: what every rule reads and nothing else.
 * Dates are workbook serials of the 1900 system (whole days for `date`, fractions for `datetime`), list cells are
 * codes, booleans are booleans, money is a number in major units, an empty cell is `null` (never 0, never "").
 */
export type Value = string | number | boolean | null;

/** One table: `columns[columnId][row]`, rows in sheet order. */
export interface TableRows {
  readonly count: number;
  /** 1-based sheet row of every record, for problems and for "go to row". */
  readonly sheetRows: readonly number[];
  readonly columns: Readonly<Record<string, readonly Value[]>>;
}

/** Something in the data that a person should look at. Nothing is dropped or repaired silently (C-04). */
export interface Problem {
  readonly table: string;
  /** 1-based sheet row (in an import: line of the source file, header = 1). */
  readonly row: number;
  readonly id: string | null;
  readonly column: string;
  readonly code: ProblemCode;
  /** What the cell holds, so that a message can show it. */
  readonly value: string;
  /** What the cell probably means: the nearest name of the table it refers to. */
  readonly suggestion?: string;
}

export type ProblemCode =
  | 'missingRequired'
  /** An import made this record because others refer to it. */
  | 'createdRecord'
  | 'missingId'
  | 'duplicateId'
  | 'unknownReference'
  | 'ambiguousReference'
  | 'badNumber'
  | 'badDate'
  | 'badBoolean'
  | 'unknownLabel'
  | 'supervisorCycle'
  | 'stageOutcomeConflict'
  /** A deal left stages without their exit checklists. */
  | 'checklistSkipped'
  /** The calendar of working days ends soon, or did: what lies behind it has no clocks. */
  | 'calendarEnds'
  | 'impossibleDate'
  | 'otherCurrency'
  | 'tooLong'
  /** The map of RFM segments leaves scores without a segment, or names them twice. */
  | 'segmentGap'
  | 'segmentOverlap'
  /** A setting that cannot be read; the default counts. */
  | 'badSetting'
  /** A rule names a column that the table does not have: it fits nobody. */
  | 'unknownColumn'
  /** A value that does not suit the column of the rule: it fits nobody. */
  | 'badCondition';

/** Settings by key (`asOf`, `currency`, `moneyDigits`, `workStart`, `workEnd`, `valueWindowDays`, `language` ...). */
export type Settings = Readonly<Record<string, Value>>;

export interface Snapshot {
  /** By table id (`customers`, `followUps`, `opportunities` ...). A table the workbook lacks is absent. */
  readonly tables: Readonly<Record<string, TableRows>>;
  readonly settings: Settings;
  readonly problems: readonly Problem[];
}
