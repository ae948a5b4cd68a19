import { useEffect, useMemo } from 'react';
import { quality, type QualityReport } from '../../actions/report/quality';
import { columnOf } from '../../template/environment';
import { useWorkbook } from '../context';
import { useTask } from './useTask';

type Sound = (name: string) => string;

interface Found {
  readonly groups: QualityReport['duplicates'];
  /** Why names could not be compared by their sound; `null` = they were, or there was no need. */
  readonly error: unknown;
}

/** Customers that look like one and the same (C-04); by the sound of Chinese names as soon as the dictionary is there. */
export function useDuplicates(): Found {
  const { snapshot, figures } = useWorkbook().data;
  const { state, run } = useTask<Sound>();
  const isChinese = useMemo(
    () => columnOf(snapshot, 'customers', 'name').some((name) => /\p{Script=Han}/u.test(String(name ?? ''))),
    [snapshot],
  );
  const isIdle = state.status === 'idle';
  useEffect(() => {
    if (isChinese && isIdle) run(loadSound);
  }, [isChinese, isIdle, run]);
  const sound = state.status === 'done' ? state.value : undefined;
  const groups = useMemo(() => quality(figures, sound).duplicates, [figures, sound]);
  return { groups, error: state.status === 'failed' ? state.error : null };
}

/** How a Chinese name sounds, without tones; the dictionary is large, so it comes when there are such names. */
async function loadSound(): Promise<Sound> {
  const { pinyin } = await import('pinyin-pro');
  return (name) => pinyin(name, { toneType: 'none', type: 'array' }).join('');
}
