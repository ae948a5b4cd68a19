import { createContext, useContext } from 'react';
import type { Facts } from '../actions/report/facts';
import type { WorkbookFacts } from '../actions/home';
import type { Snapshot } from '../crm/snapshot';
import type { Translate } from '../shared/i18n';
import type { Needs } from '../template/needs';
import type { Language } from '../template/types';
import type { Format } from './format';
import type { RowList } from './rows';
import type { Done, News, Session } from './session';

/** One reading of the workbook: every view shows the same state. */
export interface PaneData {
  readonly facts: WorkbookFacts;
  readonly snapshot: Snapshot;
  /** What sections of the report are made from; a view asks `useSection` for those that it shows. */
  readonly figures: Facts;
  /** What was read; absent = everything. */
  readonly needs?: Needs;
}

/** What every part of the pane may use. */
export interface Pane {
  readonly session: Session;
  readonly language: Language;
  /** Texts for eyes and ears: a cell's text in them turns nothing around it. */
  readonly t: Translate;
  /** Texts that leave the pane, copied or mailed: cells in them as they are. */
  readonly plain: Translate;
  readonly format: Format;
  readonly navigate: (route: string) => void;
  /** Opens the list of the records behind a figure. */
  readonly showRows: (list: RowList) => void;
  /** Says a result to people who do not see it (live region). */
  readonly announce: (text: string) => void;
}

/** A pane over a CRM workbook. */
export interface Workbook {
  readonly data: PaneData;
  /** No writing: the workbook is read-only or its structure newer than this add-in. */
  readonly locked: boolean;
  /** What others did since it was read; `null` = nothing known. */
  readonly news: News | null;
  readonly reload: () => void;
  /** Brings what is shown up to date with what was written just now. */
  readonly follow: (done: Done) => void;
  /** The records behind the figure that was opened last, as they were read then. */
  readonly list: (RowList & { readonly data: PaneData }) | null;
}

export const PaneContext = createContext<Pane | null>(null);
export const WorkbookContext = createContext<Workbook | null>(null);

/** The pane's services; only below the provider in App. */
export const usePane = (): Pane => required(useContext(PaneContext));

/** The open workbook; only in views that stand below the loaded data. */
export const useWorkbook = (): Workbook => required(useContext(WorkbookContext));

/** The same for a view that is drawn before Excel has answered: `null` until then. */
export const useWorkbookSoon = (): Workbook | null => useContext(WorkbookContext);

function required<T>(value: T | null): T {
  if (value === null) throw new Error('used outside its provider');
  return value;
}
