import { recall, remember } from '../storage';
import { sharedState } from './sharedState';

/** Id of the person of the Team table who works on this machine, chosen once; `null` = not said yet. */
export const { use: useMe } = sharedState<string | null>(
  () => recall('me'),
  (id) => remember('me', id),
);
