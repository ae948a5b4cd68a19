import { recall, remember } from '../storage';
import { sharedState } from './sharedState';

const stored = 'singleKeys';

/**
 * Whether keys without Ctrl do anything on this machine: on until a person switches them off (WCAG 2.1.4). The switch is for
 * everything that shows it.
 */
export const { get: areSingleKeysOn, use: useSingleKeys } = sharedState(
  () => recall(stored) !== 'off',
  (isOn) => remember(stored, isOn ? null : 'off'),
);
