import { fromMinor } from '../../shared/numbers';
import { contributionView } from '../views/contribution';
import type { RefreshedColumn } from '.';

/** customers.contribution: what the customer left over within the value window (C-10). */
export const contributionColumn: RefreshedColumn = (source, environment) =>
  contributionView(source, environment).map((found) =>
    found === null || found.contribution === null ? null : fromMinor(found.contribution, environment.moneyDigits),
  );
