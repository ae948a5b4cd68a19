import { nextAction, type ActionSubject, type NextAction } from '../../../crm/nextAction';
import { People, type Person } from '../../../crm/people';
import type { Snapshot, Value } from '../../../crm/snapshot';
import type { Environment } from '../../twins';
import { lifecycleView, type LifecycleView } from '../lifecycle';
import { rfmView } from '../rfm';
import { sourceOf, type ViewSource } from '../source';
import { figuresOf, type CustomerFigure, type FigureId } from './figures';
import { recordsOf } from './records';
import { risksOf, type Risk, type RiskKind } from './risks';
import { satisfactionOf, type CustomerSatisfaction } from './satisfaction';
import { timelineOf, type TimelineItem } from './timeline';
import { cellsOf, dueWhy, tierWhy, type Why } from './why';

export type { NextAction } from '../../../crm/nextAction';
export type { CustomerFigure, FigureId } from './figures';
export type { Risk } from './risks';
export { timelineKinds, type TimelineItem, type TimelineKind } from './timeline';
export type { Why } from './why';

/** Everything about one customer (C-03). Dates are serials, lists codes, money in major units, blanks null. */
export interface CustomerView {
  /** 0-based row of the customers. */
  readonly row: number;
  readonly id: string | null;
  readonly name: string;
  readonly isArchived: boolean;
  readonly owner: Person | null;
  readonly supervisor: Person | null;
  /** The label that the cell shows. */
  readonly tier: string | null;
  readonly tierWhy: Why;
  /** `null` for archived customers. */
  readonly lifecycle: LifecycleView | null;
  readonly rfm: { readonly segment: string; readonly r: number; readonly f: number; readonly m: number } | null;
  readonly satisfaction: CustomerSatisfaction;
  readonly nextDue: number | null;
  /** Days past due; `null` without a date, negative while it is to come. */
  readonly daysLate: number | null;
  readonly dueWhy: Why;
  /** Rows of the contacts, decision makers first. */
  readonly contacts: readonly number[];
  readonly figures: Readonly<Record<FigureId, CustomerFigure>>;
  readonly risks: readonly Risk[];
  readonly action: NextAction;
  readonly timeline: readonly TimelineItem[];
}

/** The 360 view of the customer in a row of the customers table; indexes are made once for each reading. */
export function customerView(computed: Snapshot, environment: Environment, row: number): CustomerView {
  const source = sourceOf(computed);
  const cell = cellsOf(source, 'customers', row);
  const isArchived = cell('archived') === true;
  const satisfaction = satisfactionOf(source, environment, row);
  const risks = isArchived ? [] : risksOf(source, environment, row, satisfaction);
  const [people, owner] = [peopleOf(computed), cell('owner')];
  const nextDue = numberOf(cell('nextDue'));
  const contacts = contactsOf(source, recordsOf(source, environment, 'contacts', row));
  const figures = figuresOf(source, environment, row, satisfaction);
  return {
    ...{ row, isArchived, satisfaction, risks, nextDue, contacts, figures },
    id: textOf(cell('id')),
    name: textOf(cell('name')) ?? textOf(cell('id')) ?? '',
    owner: people.person(owner),
    supervisor: people.supervisor(owner),
    tier: textOf(cell('tier')),
    tierWhy: tierWhy(source, environment, row),
    lifecycle: lifecycleView(source, environment)[row] ?? null,
    rfm: rfmOf(source, environment, row),
    daysLate: nextDue === null ? null : environment.today - Math.floor(nextDue),
    dueWhy: dueWhy(source, environment, row),
    action: nextAction({
      today: environment.today,
      nextDue,
      isClosed: isArchived || cell('doNotContact') === true || cell('terminatedAt') !== null,
      lateTicket: subjectOf(source, risks, 'ticket', 'subject'),
      overdueMoney: subjectOf(source, risks, 'money', 'id'),
      unhappyAnswer: subjectOf(source, risks, 'satisfaction', 'id'),
      stuckDeal: subjectOf(source, risks, 'deal', 'name'),
      lateMilestone: subjectOf(source, risks, 'milestone', 'name'),
      fallingActivity: subjectOf(source, risks, 'activity', 'name'),
      openDeal: openDealSubject(source, figures.deals.rows),
      canBeReached: canBeReached(source, row, contacts),
    }),
    timeline: timelineOf(source, environment, row),
  };
}

const numberOf = (value: Value): number | null => (typeof value === 'number' ? value : null);
const textOf = (value: Value): string | null => (value === null ? null : String(value));

function peopleOf(computed: Snapshot): People {
  const known = peopleBySnapshot.get(computed) ?? new People(computed);
  peopleBySnapshot.set(computed, known);
  return known;
}

const peopleBySnapshot = new WeakMap<Snapshot, People>();

function rfmOf(source: ViewSource, environment: Environment, row: number): CustomerView['rfm'] {
  const { segment, r, f, m } = rfmView(source, environment);
  const code = segment[row] ?? null;
  return code === null ? null : { segment: code, r: r[row]!, f: f[row]!, m: m[row]! };
}

/** Who decides stands first. */
const roleOrder: readonly Value[] = ['decisionMaker', 'purchaser', 'evaluator', 'influencer'];

function contactsOf(source: ViewSource, rows: readonly number[]): readonly number[] {
  const roles = source.rows('contacts') ? source.column('contacts', 'contactRole') : [];
  const rank = (row: number) => {
    const at = roleOrder.indexOf(roles[row] ?? null);
    return at < 0 ? roleOrder.length : at;
  };
  return [...rows].sort((a, b) => rank(a) - rank(b));
}

/** The first risk of a kind, with the name of its record. */
function subjectOf(source: ViewSource, risks: readonly Risk[], kind: RiskKind, title: string): ActionSubject | null {
  const risk = risks.find((candidate) => candidate.kind === kind);
  if (!risk) return null;
  const { table, row, values, code } = risk;
  return { table, row, values: { ...values, code, title: source.column(table, title)[row] ?? null } };
}

function openDealSubject(source: ViewSource, openDeals: readonly number[]): ActionSubject | null {
  const row = openDeals[0];
  if (row === undefined) return null;
  const cell = cellsOf(source, 'opportunities', row);
  const values = { title: cell('name'), stage: cell('stage'), amount: cell('amount') };
  return { table: 'opportunities', row, values };
}

function canBeReached(source: ViewSource, row: number, contacts: readonly number[]): boolean {
  const has = (table: string, at: number) =>
    ['phone', 'email'].some((column) => (source.column(table, column)[at] ?? null) !== null);
  return has('customers', row) || contacts.some((contact) => has('contacts', contact));
}
