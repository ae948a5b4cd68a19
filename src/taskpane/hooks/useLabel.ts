import { useCallback } from 'react';
import { labelOf } from '../../template/labels';
import { template } from '../../template/load';
import { usePane, useWorkbook } from '../context';

/** Labels of codes as this workbook has them; nothing for a blank cell. */
export function useLabel(): (list: string, code: string | null) => string {
  const { language } = usePane();
  const { snapshot } = useWorkbook().data;
  return useCallback(
    (list, code) => (code === null ? '' : labelOf(template, snapshot, language, list, code)),
    [snapshot, language],
  );
}
