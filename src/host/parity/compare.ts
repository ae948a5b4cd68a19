import { HOST_RULES } from '../rules';
import type { Observation } from './probe';
import { probes } from './probes';
import type { ParityRecord } from './run';

/** `same`: as the host's usual reading; `pessimistic`: as its other reading; `differs`: the host is wrong. */
export type Verdict = 'same' | 'pessimistic' | 'differs' | 'notAsked';

export interface ParityRow {
  readonly id: string;
  readonly question: string;
  /** How sure the host's rule is, when the question is about one. */
  readonly evidence: string | null;
  readonly verdict: Verdict;
  readonly excel: Observation;
  readonly host: Observation;
}

/** Compares what a real Excel answered with both readings of the host. */
export function compareParity(real: ParityRecord, usual: ParityRecord, pessimistic: ParityRecord): ParityRow[] {
  return probes.map(({ id, question, rule }) => ({
    id,
    question,
    evidence: rule ? HOST_RULES[rule].evidence.kind : null,
    verdict: verdictOf(real.answers[id], usual.answers[id], pessimistic.answers[id]),
    excel: real.answers[id] ?? null,
    host: usual.answers[id] ?? null,
  }));
}

function verdictOf(
  real: Observation | undefined,
  usual: Observation | undefined,
  pessimistic: Observation | undefined,
): Verdict {
  if (real === undefined) return 'notAsked';
  if (sameAnswer(real, usual)) return 'same';
  return sameAnswer(real, pessimistic) ? 'pessimistic' : 'differs';
}

const sameAnswer = (a: Observation | undefined, b: Observation | undefined) => canonical(a) === canonical(b);

/** JSON with sorted keys: the order in which a probe notes things is no answer. */
const canonical = (value: Observation | undefined): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
