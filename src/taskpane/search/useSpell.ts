import { useEffect } from 'react';
import type { SearchEntry, Spell } from '../../crm/search';
import { useTask } from '../hooks/useTask';
import { loadSpeller } from './loadSpeller';

interface Spelling {
  /** `undefined` = the dictionary is not there: nobody needed it yet, it is on its way, or it failed. */
  readonly spell: Spell | undefined;
  /** Why names cannot be found by pinyin; `null` = they can, or nobody asked. */
  readonly error: unknown;
}

/** How Chinese names sound, from the first letter on that somebody types where there are such names. */
export function useSpell(entries: readonly SearchEntry[], text: string): Spelling {
  const { state, run } = useTask<Spell>();
  const isSpelled = /[a-z]/i.test(text.normalize('NFKC'));
  const isIdle = state.status === 'idle';
  useEffect(() => {
    if (isSpelled && isIdle && entries.some(({ name }) => name?.isChinese)) run(loadSpeller);
  }, [isSpelled, isIdle, entries, run]);
  return {
    spell: state.status === 'done' ? state.value : undefined,
    error: state.status === 'failed' ? state.error : null,
  };
}
