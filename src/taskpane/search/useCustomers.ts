import { useDeferredValue, useMemo } from 'react';
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

/** The first `limit` of the options that a text finds, as the search for everything would; of a blank text the first. */
export function useFoundCustomers(options: readonly CustomerOption[], text: string, limit: number): FoundCustomers {
  const entries = useMemo(() => customerEntries(options), [options]);
  const { spell, error } = useSpell(entries, text);
  const of = useDeferredValue(text);
  const found = useMemo(
    () => searchCustomers(options, entries, { text: of, limit, spell }),
    [options, entries, of, limit, spell],
  );
  return { found, error };
}
