import type { Problem } from '../../crm/snapshot';
import { toIso } from '../../shared/dates';
import type { Facts } from './facts';

/** This many days ahead the end of the calendar is told. */
const noticeDays = 60;

/** The end of the calendar of working days, once it is near or over: due times behind it are blank (decision 11). */
export function calendarProblem({ computed, environment: { calendar, today } }: Facts): Problem[] {
  const last = calendar.dates.at(-1);
  if (last === undefined || last - today > noticeDays) return [];
  const row = computed.tables.calendar?.sheetRows.at(-1) ?? 0;
  return [{ table: 'calendar', row, id: null, column: 'date', code: 'calendarEnds', value: toIso(last) }];
}
