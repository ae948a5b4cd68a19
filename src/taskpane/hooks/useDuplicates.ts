import { useEffect, useMemo } from 'react';
import { quality, type QualityReport } from '../../actions/report/quality';
import type { Spelling } from '../../crm/duplicate';
import { columnOf } from '../../template/environment';
import { useWorkbook } from '../context';
import { script } from '../script';
import { useTask } from './useTask';

interface Found {
  readonly groups: QualityReport['duplicates'];
  /** Why Chinese names could not be compared by their spelling; `null` = they were, or there was no need. */
  readonly error: unknown;
}

/** Customers that look like one and the same (C-04); by the spelling of Chinese names as soon as the dictionaries are there. */
export function useDuplicates(): Found {
  const { snapshot, figures } = useWorkbook().data;
  const { state, run } = useTask<Spelling>();
  const isChinese = useMemo(
    () => columnOf(snapshot, 'customers', 'name').some((name) => /\p{Script=Han}/u.test(String(name ?? ''))),
    [snapshot],
  );
  const isIdle = state.status === 'idle';
  useEffect(() => {
    if (isChinese && isIdle) run(loadSpelling);
  }, [isChinese, isIdle, run]);
  const spelling = state.status === 'done' ? state.value : undefined;
  const groups = useMemo(() => quality(figures, spelling).duplicates, [figures, spelling]);
  return { groups, error: state.status === 'failed' ? state.error : null };
}

/** The dictionaries are large: they come when there are Chinese names. */
const loadSpelling = async (): Promise<Spelling> => (await script(() => import('../../shared/spelling'))).spelling;
