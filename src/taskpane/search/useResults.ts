import { useDeferredValue, useEffect, useMemo } from 'react';
import { search, type SearchGroup, type Spell } from '../../crm/search';
import { searchEntries } from '../../template/views/search';
import { useWorkbook } from '../context';
import { useTask } from '../hooks/useTask';
import { loadSpeller } from './loadSpeller';

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
  const { state, run } = useTask<Spell>();
  const isSpelled = /[a-z]/i.test(text.normalize('NFKC'));
  const isIdle = state.status === 'idle';
  useEffect(() => {
    if (isSpelled && isIdle && entries.some(({ name }) => name?.isChinese)) run(loadSpeller);
  }, [isSpelled, isIdle, entries, run]);
  const spell = state.status === 'done' ? state.value : undefined;
  const of = useDeferredValue(text);
  const groups = useMemo(() => search(entries, of, spell), [entries, of, spell]);
  return { groups, of, error: state.status === 'failed' ? state.error : null };
}
