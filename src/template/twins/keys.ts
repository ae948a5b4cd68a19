import { escapeText, keyPrefix, namePrefix, noIdCriterion } from '../keyText';
import { twin, type TableTwins } from './twin';

/** Key columns that every table may have. */
export const keyTwins: TableTwins = {
  criterion: twin(['id'], (_, [id]) => (id === null ? noIdCriterion : keyPrefix + escapeText(String(id)))),
  nameKey: twin(['name'], (_, [name]) => namePrefix + (name ?? '')),
};
