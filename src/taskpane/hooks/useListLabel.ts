import { useCallback } from 'react';
import { useLabel } from './useLabel';

/** The workbook's labels of one list, by code. */
export function useListLabel(list: string): (code: string) => string {
  const label = useLabel();
  return useCallback((code) => label(list, code), [label, list]);
}
