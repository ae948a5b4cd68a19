/**
 * Prefixes of the hidden key columns (see keys.ts): they keep COUNTIFS and SUMIFS from reading ids such as `007`,
 * `1E5` or `=A` as numbers or comparisons.
 */
export const keyPrefix = 'id:';
export const namePrefix = 'n:';
/** What `criterion` holds when a record has no id yet: matches no key. */
export const noIdCriterion = 'none:';

/** Escapes the wildcards of MATCH, COUNTIFS and SUMIFS; {@link escapeWildcards} is the same as a formula. */
export const escapeText = (text: string): string => text.replace(/[~*?]/g, '~$&');

/** Formula text that escapes the wildcards of its operand. */
export const escapeWildcards = (operand: string) =>
  `SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(${operand},"~","~~"),"*","~*"),"?","~?")`;
