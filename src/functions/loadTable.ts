import type { CadenceUnit } from '../crm/cadence';
import { visitLoad, type DueVisit } from '../crm/visitLoad';
import { mondayOf } from '../crm/week';
import { choice, day, isBlank, neededDay, numberWithin, wholeNumber, type Cells } from './arguments';
import { cellError } from './error';
import { labelIn } from './labels';

/** Arguments of REVISITLOAD as they come from the cells. */
export interface LoadArguments {
  readonly owners: Cells;
  readonly nextDues: Cells;
  readonly today: unknown;
  readonly every?: Cells | null;
  readonly units?: Cells | null;
  readonly weeks?: unknown;
}

const weeksAhead = 8;

/** The spilled table of REVISITLOAD: a row per owner, a column per week. */
export function loadTable(cells: LoadArguments): (string | number)[][] {
  const today = neededDay('today', cells.today);
  const weeks = Math.floor(numberWithin('weeks', cells.weeks, 1, 52) ?? weeksAhead);
  const visits = readVisits(cells);
  const first = mondayOf(today);
  const load = visitLoad(visits, { today, weeks });
  const rows = new Map(visits.map(({ owner }) => [owner, Array<number>(weeks).fill(0)]));
  for (const week of load) rows.get(week.owner)![(week.monday - first) / 7] = week.visits;
  const mondays = Array.from({ length: weeks }, (_, week) => first + week * 7);
  return [[ownerCaption(visits), ...mondays], ...[...rows].map(([owner, counts]) => [owner ?? '', ...counts])];
}

function readVisits({ owners, nextDues, every, units }: LoadArguments): DueVisit[] {
  const names = owners.flat();
  const dues = nextDues.flat();
  const [count, unit] = [columnOr(every, names.length), columnOr(units, names.length)];
  if (dues.length !== names.length) throw cellError('invalidValue', 'unevenColumns');
  return names.flatMap((name, row): DueVisit[] => {
    const due = day('nextDues', dues[row]);
    if (due === null) return [];
    return [
      {
        owner: isBlank(name) ? null : String(name),
        due,
        every: wholeNumber('every', count(row)),
        unit: choice('cadenceUnit', 'units', unit(row)) as CadenceUnit | null,
      },
    ];
  });
}

/** One cell for all rows, or one for each. */
function columnOr(cells: Cells | null | undefined, rows: number): (row: number) => unknown {
  const values = Array.isArray(cells) ? cells.flat() : [cells];
  if (values.length !== 1 && values.length !== rows) throw cellError('invalidValue', 'unevenColumns');
  return (row) => (values.length === 1 ? values[0] : values[row]);
}

/** The language of the cells, not of Excel: co-authors must all compute the same. */
const ownerCaption = (visits: readonly DueVisit[]): string =>
  labelIn('noticeRole', 'owner', visits.some(({ owner }) => /\p{Script=Han}/u.test(owner ?? '')) ? 'zh-CN' : 'en');
