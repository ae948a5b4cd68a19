import { visited, type Revisit } from '../actions/logRevisit';
import type { Snapshot } from '../crm/snapshot';
import { readIso } from '../shared/dates';

/** The form as typed; dates are ISO texts of date inputs, "" = empty. */
export interface RevisitForm {
  readonly customerId: string | null;
  readonly heldAt: string;
  readonly channel: string;
  readonly outcome: string;
  readonly note: string;
  readonly satisfaction: number | null;
  /** `null` = not touched: the proposal stands and the cadence decides (decision 13). */
  readonly nextAt: string | null;
}

export const emptyForm = (customerId: string | null, today: string): RevisitForm => ({
  customerId,
  heldAt: today,
  channel: 'call',
  outcome: 'progress',
  note: '',
  satisfaction: null,
  nextAt: null,
});

/** Nobody has told anything in a form of the day `today` yet; whom it is about may come from the way here. */
export function isUntouched(form: RevisitForm, today: string): boolean {
  const empty = emptyForm(form.customerId, today);
  return (Object.keys(empty) as (keyof RevisitForm)[]).every((field) => form[field] === empty[field]);
}

/** Fields that stop the form from being sent, with the key of the message to show. */
export type FormErrors = Partial<Record<'customerId' | 'heldAt' | 'nextAt', string>>;

/** What a form is compared with; `today` as ISO. */
export interface FormFacts {
  readonly snapshot: Snapshot;
  readonly today: string;
}

/** What is wrong with the form; `today` keeps a revisit from being logged before it happened. */
export function checkForm({ customerId, heldAt, nextAt }: RevisitForm, { snapshot, today }: FormFacts): FormErrors {
  const errors: FormErrors = {};
  const customer = customerId === null ? null : visited(snapshot, customerId);
  if (!customer) errors.customerId = 'pane.log.error.customer';
  else if ('refusal' in customer) errors.customerId = `pane.log.error.${customer.refusal}`;
  if (readIso(heldAt) === null) errors.heldAt = 'pane.log.error.date';
  else if (heldAt > today) errors.heldAt = 'pane.log.error.future';
  if (nextAt && (readIso(nextAt) === null || nextAt <= heldAt)) errors.nextAt = 'pane.log.error.next';
  return errors;
}

/** What is said while somebody still fills the form in: a day to come stays wrong, the rest may be on its way. */
export const errorsAtOnce = ({ heldAt }: FormErrors): FormErrors =>
  heldAt === 'pane.log.error.future' ? { heldAt } : {};

/** The revisit of a form without errors. `owner`: id of who held it, where that is known. */
export const revisitOf = (form: RevisitForm, owner: string | null): Revisit => ({
  owner: owner ?? undefined,
  customer: form.customerId!,
  heldAt: readIso(form.heldAt)!,
  channel: form.channel,
  outcome: form.outcome,
  note: form.note.trim() || undefined,
  satisfaction: form.satisfaction ?? undefined,
  nextAt: form.nextAt ? readIso(form.nextAt) : null,
});
