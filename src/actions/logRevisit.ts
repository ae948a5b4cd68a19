import { addCadence, shiftedDue } from '../crm/cadence';
import type { Changeset } from '../crm/changeset';
import type { Snapshot } from '../crm/snapshot';
import type { IdSource } from '../shared/ids';
import { fold } from '../shared/text';
import { Computation } from '../template/compute';
import { tableDef } from '../template/load';
import { applyAll, type Applied } from './applied';
import type { ApplyOptions, Home } from './home';

/** What a person says about a revisit. Dates are serials; lists are codes; people and customers ids or unique names. */
export interface Revisit {
  /** Of an attempt that failed: saving again then writes the same record, never a second one (decision 18). */
  readonly id?: string;
  readonly customer: string;
  readonly channel: string;
  readonly outcome: string;
  /** Blank for one that is only planned. */
  readonly heldAt: number | null;
  /** Agreed next date: beats the cadence (decision 13). */
  readonly nextAt: number | null;
  readonly note?: string;
  readonly satisfaction?: number;
  readonly owner?: string;
}

/** When the customer is due next by the cadence rule that fits, and which rule that is; nulls when none does. */
export interface NextProposal {
  readonly nextAt: number | null;
  /** Code of the rule: `key`, `prospect`, `normal` or the manager's own. */
  readonly rule: string | null;
}

/** What the pane puts into "next date" before the person changes it (C-36). `heldAt`: serial of the revisit being logged. */
export function proposeNext(snapshot: Snapshot, clock: number, customerId: string, heldAt: number): NextProposal {
  const computation = new Computation(snapshot, clock);
  const row = computation
    .column('customers', 'id')
    .findIndex((id) => id !== null && fold(String(id)) === fold(customerId));
  const ruleNo = row < 0 ? null : computation.column('customers', 'cadenceRuleNo')[row];
  const rule = computation.environment.rules[Number(ruleNo ?? 0) - 1];
  if (!rule) return { nextAt: null, rule: null };
  const { calendar, cadence } = computation.environment;
  const due = addCadence(heldAt, rule.every, rule.unit, calendar);
  return { nextAt: due === null ? null : shiftedDue(due, cadence, calendar), rule: rule.rule };
}

/** The change that logging a revisit is: one new follow-up. */
export function revisitChangeset(revisit: Revisit, ids: IdSource): Changeset {
  const {
    id = ids(tableDef('followUps').idPrefix),
    note = null,
    satisfaction = null,
    owner = null,
    ...values
  } = revisit;
  return {
    action: 'logRevisit',
    updates: [],
    appends: [{ table: 'followUps', id, values: { id, ...values, note, satisfaction, owner } }],
    removals: [],
  };
}

/** Writes the revisit; the changeset in the answer is what `undo` takes. */
export const logRevisit = async (
  home: Pick<Home, 'apply'>,
  revisit: Revisit,
  ids: IdSource,
  options: ApplyOptions = {},
): Promise<Applied> => applyAll(home, revisitChangeset(revisit, ids), options);
