import { useLabel } from './useLabel';

/** The workbook's labels of one list, by code. */
export function useListLabel(list: string): (code: string) => string {
  const label = useLabel();
  return (code) => label(list, code);
}
