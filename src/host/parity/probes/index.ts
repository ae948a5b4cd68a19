import type { Probe } from '../probe';
import { cellProbes } from './cells';
import { eventProbes } from './events';
import { formulaProbes } from './formulas';
import { refusalProbes } from './refusals';
import { tableProbes } from './tables';

/** Everything that is asked of a real Excel, in the order of asking. */
export const probes: readonly Probe[] = [
  ...cellProbes,
  ...formulaProbes,
  ...tableProbes,
  ...refusalProbes,
  ...eventProbes,
];
