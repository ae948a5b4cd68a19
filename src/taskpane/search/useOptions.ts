import { useMemo } from 'react';
import { useWorkbook } from '../context';
import { customerOptions } from '../customers';
import { optionEntries, searchOptions, type RecordOption } from '../recordOptions';
import { useSpell } from './useSpell';

/** Every customer that can be chosen. */
export function useCustomerOptions(): readonly RecordOption[] {
  const { snapshot } = useWorkbook().data;
  return useMemo(() => customerOptions(snapshot), [snapshot]);
}

interface FoundOptions {
  readonly found: readonly RecordOption[];
  /** Why names cannot be found by pinyin; `null` = they can, or nobody asked. */
  readonly error: unknown;
}

/**
 * The first `limit` of the options that a text finds, as the search for everything would; of a blank text the first.
 * Found while the text is drawn, never later: arrows and Enter choose from what is on screen, and an older answer there
 * would choose another record.
 */
export function useFoundOptions(options: readonly RecordOption[], text: string, limit: number): FoundOptions {
  const entries = useMemo(() => optionEntries(options), [options]);
  const { spell, error } = useSpell(entries, text);
  const found = useMemo(
    () => searchOptions(options, entries, { text, limit, spell }),
    [options, entries, text, limit, spell],
  );
  return { found, error };
}
