import { useDeferredValue, useMemo } from 'react';
import { search, type SearchGroup } from '../../crm/search';
import { searchEntries } from '../../template/views/search';
import { useWorkbook } from '../context';
import { useSpell } from './useSpell';

interface Results {
  readonly groups: readonly SearchGroup[];
  /** The text that they answer; typing goes on while a long list is drawn. */
  readonly of: string;
  /** Why names cannot be found by pinyin; `null` = they can, or nobody asked. */
  readonly error: unknown;
}

/** What is found for a text; names by their sound as soon as the dictionary is there. */
export function useResults(text: string): Results {
  const { snapshot } = useWorkbook().data;
  const entries = useMemo(() => searchEntries(snapshot), [snapshot]);
  const { spell, error } = useSpell(entries, text);
  const of = useDeferredValue(text);
  const groups = useMemo(() => search(entries, of, spell), [entries, of, spell]);
  return { groups, of, error };
}
