import type { ApplyReport, Conflict } from '../../src/actions/home';
import { toSerial } from '../../src/shared/dates';
import type { Language } from '../../src/template/types';
import type { Scene } from './fakeHome';
import { ownList } from './ownList';

/** One thing that a person does to open something; `press` names a control by the key of its text, or several keys. */
export type Step =
  | { readonly press: string | readonly string[]; readonly role?: 'button' | 'menuitem' | 'radio' | 'combobox' }
  | { readonly choose: string; readonly option: number }
  | { readonly radio: number }
  | { readonly keys: string }
  | { readonly type: string }
  | { readonly file: string; readonly by: string };

const theirs: Conflict = {
  ...{ table: 'tiers', id: 'A', field: 'minValue' },
  ...{ before: 100_000, after: 90_000, current: 120_000, reason: 'changed' },
};
const refused: ApplyReport = { appended: 0, updated: 0, alreadyDone: 0, conflicts: [theirs] };

/** A firm with a customer for the pool and two that may be the same. */
const firm: Scene['more'] = {
  customers: [
    { id: 'C-90', name: 'C90', owner: 'U-1', createdAt: toSerial('2023-03-15') },
    ...['C-91', 'C-92'].map((id) => ({ id, name: '<b>天河商贸</b>', phone: '020 5550 1234' })),
  ],
};

/** Workbooks that something is opened in, one pane for each; whatever is written stays written. */
export const workbooks = {
  sample: () => ({ sample: true }),
  firm: () => ({ more: firm }),
  empty: () => ({ empty: true }),
  contested: () => ({ outcomes: ['totalsRowShown', refused] }),
  new: (language: Language) => ({ installed: false, sharedNow: true, selection: ownList(language) }),
} satisfies Readonly<Record<string, (language: Language) => Partial<Scene>>>;

export type Workbook = keyof typeof workbooks;

/** Something that is not there until somebody opens it. */
export interface Opening {
  /** `sample` unless said otherwise. */
  readonly workbook?: Workbook;
  readonly route: string;
  /** The last control pressed, other than an entry of a menu, is the opener. */
  readonly steps: readonly Step[];
  /** What is done inside. */
  readonly then?: readonly Step[];
  /** What is there then: a role, or the key of a text. */
  readonly shows: { readonly role: 'menu' | 'dialog' | 'listbox' | 'table' } | { readonly text: string };
  /** What closes it, where anything does: a key of the keyboard, or a button. */
  readonly closes?: 'Escape' | Step;
  /** Key of what has the focus then, where that is not the opener. */
  readonly leadsTo?: string;
  /** Tab must not lead out of it. */
  readonly isModal?: true;
}

const moreOfCard = { press: 'today.act.more' };
const wayOut = { press: 'pane.close' };

/** Everything in the pane that has to be opened first. */
export const openings: Readonly<Record<string, Opening>> = {
  'menu of the pane': { route: 'today', steps: [{ press: 'pane.more' }], shows: { role: 'menu' }, closes: 'Escape' },
  'menu of a card': { route: 'today', steps: [moreOfCard], shows: { role: 'menu' }, closes: 'Escape' },
  'dialog for a later reminder, with what is missing': {
    route: 'today',
    steps: [moreOfCard, { press: 'today.act.snooze', role: 'menuitem' }],
    then: [{ press: 'today.postpone.save' }],
    shows: { role: 'dialog' },
    closes: 'Escape',
    isModal: true,
  },
  'dialog for somebody else': {
    route: 'today',
    steps: [moreOfCard, { press: 'today.act.reassign', role: 'menuitem' }],
    shows: { role: 'dialog' },
    closes: 'Escape',
    isModal: true,
  },
  search: {
    route: 'today',
    steps: [{ press: 'pane.search' }, { type: 'a' }],
    shows: { role: 'listbox' },
    closes: 'Escape',
  },
  'list of keys': { route: 'funnel', steps: [{ keys: '?' }], shows: { text: 'keys.title' } },
  'a step of the funnel': {
    route: 'funnel',
    steps: [{ press: 'funnel.share.step' }],
    shows: { role: 'dialog' },
    closes: 'Escape',
    isModal: true,
  },
  'funnel as a table': { route: 'funnel', steps: [{ press: 'funnel.asTable' }], shows: { role: 'table' } },
  'records of a figure': {
    route: 'campaigns',
    steps: [{ press: 'campaigns.late' }],
    shows: { text: 'rows.count' },
    closes: { press: 'rows.back' },
    leadsTo: 'campaigns.title',
  },
  'customers to choose from': {
    route: 'log',
    steps: [{ press: 'pane.log.customer', role: 'combobox' }],
    shows: { role: 'listbox' },
    closes: 'Escape',
  },
  'what a revisit lacks': {
    route: 'log',
    steps: [{ press: 'pane.log.button' }],
    shows: { text: 'pane.log.error.customer' },
  },
  'revisit that was logged': {
    workbook: 'firm',
    route: 'log/C-1',
    steps: [{ press: 'pane.log.button' }],
    shows: { text: 'pane.log.done' },
  },
  'what has to be agreed before it is saved': {
    workbook: 'contested',
    route: 'log/C-1',
    steps: [{ press: 'pane.log.button' }],
    shows: { text: 'pane.consent.totalsRowShown' },
  },
  'cells that somebody else changed': {
    workbook: 'contested',
    route: 'tiers/review',
    steps: [{ press: 'tiers.review.apply' }],
    shows: { text: 'pane.conflicts.apply' },
  },
  'customers never contacted': {
    workbook: 'firm',
    route: 'today',
    steps: [{ press: 'today.never' }],
    shows: { text: 'today.act.log' },
  },
  'loss of a deal': {
    workbook: 'firm',
    route: 'move/D-0-0',
    steps: [{ press: 'funnel.move.steps.lost', role: 'radio' }, { press: 'funnel.move.button.lost' }],
    shows: { text: 'funnel.move.competitor' },
  },
  'part of a timeline': {
    route: 'customer/C-0QM33Y3J',
    steps: [{ press: 'customer.kind.visit' }],
    shows: { text: 'customer.timeline' },
  },
  'tier by hand, with what is missing': {
    route: 'tiers/overrides',
    steps: [{ press: 'tiers.overrides.add' }],
    then: [{ press: 'tiers.form.save' }],
    shows: { text: 'tiers.form.error.reason' },
    closes: 'Escape',
  },
  'change of a tier by hand': {
    route: 'tiers/overrides',
    steps: [{ press: ['tiers.overrides.changeNamed', 'tiers.overrides.extendNamed'] }],
    shows: { text: 'tiers.form.save' },
    closes: { press: 'pane.cancel' },
  },
  'other starting values': {
    route: 'tiers/try',
    steps: [{ press: 'tiers.try.shares' }],
    shows: { text: 'tiers.moves.tickAll' },
  },
  'visits that would move': {
    route: 'team',
    steps: [{ press: 'team.level.propose' }],
    shows: { text: 'team.level.apply' },
    closes: wayOut,
  },
  'customers that would go back to the pool': {
    workbook: 'firm',
    route: 'team/pool',
    steps: [{ press: 'team.recycle.propose' }],
    shows: { text: 'team.recycle.apply' },
    closes: wayOut,
  },
  'what would change hands': {
    route: 'team/handover',
    steps: [
      { choose: 'team.handover.from', option: 1 },
      { choose: 'team.handover.to', option: 1 },
      { press: 'team.handover.show' },
    ],
    shows: { text: 'team.handover.apply' },
    closes: wayOut,
  },
  'whom to invite': {
    route: 'campaigns/M-6XEF6JX6',
    steps: [{ press: 'campaigns.showInvitable' }],
    shows: { text: 'campaigns.invite' },
    closes: wayOut,
  },
  'customers that may be the same': {
    workbook: 'firm',
    route: 'problems',
    steps: [{ press: 'pane.problems.duplicates.title' }],
    shows: { text: 'pane.problems.duplicates.name' },
  },
  'choice of whom cells mean': {
    workbook: 'firm',
    route: 'problems',
    steps: [{ press: 'pane.problems.kind.unknownReference' }, { press: 'pane.problems.meant.chooseNamed' }],
    then: [{ press: 'pane.problems.meant.apply' }],
    shows: { text: 'pane.problems.meant.error' },
    closes: 'Escape',
  },
  'rows of cells that say the same': {
    workbook: 'firm',
    route: 'problems',
    steps: [{ press: 'pane.problems.kind.unknownReference' }, { press: 'pane.problems.meant.rowsNamed' }],
    shows: { text: 'problems.unknownReference' },
    closes: 'Escape',
  },
  'a column that would call a function': {
    route: 'setup',
    steps: [{ press: 'columns.look' }, { press: 'columns.switchNamed.twin' }],
    shows: { text: 'columns.apply' },
    closes: { press: 'columns.cancel' },
  },
  'what needs the add-in': {
    route: 'setup',
    steps: [{ press: 'columns.share.look' }],
    shows: { text: 'columns.share.cells' },
  },
  'what would be removed': {
    route: 'setup',
    steps: [{ press: 'pane.uninstall.look' }],
    shows: { text: 'pane.uninstall.button' },
  },
  'rules that would change': {
    route: 'start/industry',
    steps: [{ radio: 3 }, { press: 'wizard.industry.changes' }],
    shows: { text: 'wizard.industry.change' },
  },
  'people to paste': {
    route: 'start/people',
    steps: [{ press: 'wizard.people.paste' }],
    shows: { text: 'wizard.people.pasteHint' },
    closes: 'Escape',
  },
  'fields of a person': {
    route: 'start/people',
    steps: [{ press: 'wizard.people.editPerson' }],
    shows: { text: 'wizard.people.email' },
  },
  'customers who stand in a sheet': {
    workbook: 'empty',
    route: 'start/customers',
    steps: [{ radio: 1 }],
    shows: { text: 'adopt.open' },
  },
  'file before it is imported': {
    route: 'import',
    steps: [{ file: 'Name,Phone,Since,Colour\nAcme,+44 20 7946 0958,soon,red\n', by: 'pane.import.choose' }],
    shows: { text: 'pane.import.button' },
    closes: { press: 'pane.cancel' },
  },
  'plan of a new CRM': {
    workbook: 'new',
    route: 'today',
    steps: [{ press: 'wizard.workbook.plan' }, { press: 'pane.plan.tables' }, { press: 'pane.plan.names' }],
    shows: { text: 'pane.plan.sheets' },
  },
  'list that is taken over': {
    workbook: 'new',
    route: 'adopt',
    steps: [{ press: 'adopt.select.button' }],
    shows: { text: 'adopt.map.accept' },
  },
  'plan for a list that is taken over': {
    workbook: 'new',
    route: 'adopt',
    steps: [{ press: 'adopt.select.button' }, { press: 'adopt.map.accept' }, { press: 'adopt.select.plan' }],
    shows: { text: 'pane.plan.columns' },
  },
};
