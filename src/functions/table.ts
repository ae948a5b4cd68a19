import * as all from './functions';

/**
 * Every function by the id that functions.json gives it and formulas are stored with: its name in capitals. In the
 * add-in the metadata plugin associates them; this table is for whoever runs formulas without Excel.
 */
export const functions: Readonly<Record<string, (...cells: never[]) => unknown>> = Object.fromEntries(
  Object.entries(all).map(([name, implementation]) => [name.toUpperCase(), implementation]),
);
