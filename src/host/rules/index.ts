import { cells } from './cells';
import { events } from './events';
import { files } from './files';
import { pivots } from './pivots';
import { ranges } from './ranges';
import { requests } from './requests';
import { sharing } from './sharing';
import { tables } from './tables';
import { undo } from './undo';

export type { Evidence, HostRule } from './evidence';

/**
 * What the host assumes about Excel, and how sure it is (decision 25). An `assumed` or `reported` rule can have a
 * pessimistic variant: tests and benches also run with it, so that the product never depends on a kind guess.
 */
export const HOST_RULES = {
  ...requests,
  ...cells,
  ...ranges,
  ...tables,
  ...sharing,
  ...events,
  ...pivots,
  ...undo,
  ...files,
};

export type HostRuleName = keyof typeof HOST_RULES;

/** `usual` is the friendly reading, `pessimistic` the one under which the product must still be right. */
export type RuleVariant = 'usual' | 'pessimistic';
