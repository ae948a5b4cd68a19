import { useMemo } from 'react';
import { useWorkbook } from '../context';
import { customerEntries, customerOptions, searchCustomers, type CustomerOption } from '../customers';
import { useSpell } from './useSpell';

/** Every customer that can be chosen. */
export function useCustomerOptions(): readonly CustomerOption[] {
  const { snapshot } = useWorkbook().data;
  return useMemo(() => customerOptions(snapshot), [snapshot]);
}

interface FoundCustomers {
  readonly found: readonly CustomerOption[];
  /** Why names cannot be found by pinyin; `null` = they can, or nobody asked. */
  readonly error: unknown;
}

/**
 * The first `limit` of the options that a text finds, as the search for everything would; of a blank text the first.
 * Found while the text is drawn, never later: arrows and Enter choose from what is on screen, and an older answer there
 * would choose another customer.
 */
export function useFoundCustomers(options: readonly CustomerOption[], text: string, limit: number): FoundCustomers {
  const entries = useMemo(() => customerEntries(options), [options]);
  const { spell, error } = useSpell(entries, text);
  const found = useMemo(
    () => searchCustomers(options, entries, { text, limit, spell }),
    [options, entries, text, limit, spell],
  );
  return { found, error };
}
