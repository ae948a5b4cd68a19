import { passingState } from '../hooks/sharedState';

/**
 * Where customers stand before there is a CRM. `new` is as much as the first step asks for: in no sheet of this
 * workbook.
 */
export type Source = 'new' | 'file' | 'sheet' | 'nowhere';

/** What somebody said about it last, at either end of the set-up: stays while they look elsewhere, ends with the pane. */
export const { use: useSource } = passingState<Source>('new');
