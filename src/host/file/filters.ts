import type { BookElement, BookFilterColumn } from '../../xlsx/book';
import type { FilterCriteria } from '../store/sheet';

type Attributes = Record<string, string>;

const element = (name: string, attributes: Attributes, children: BookElement[] = []): BookElement => ({
  name,
  attributes,
  children,
  text: '',
});

/** How `Excel.FilterDatetime` and a file say how much of a date counts. */
const GROUPINGS = ['Year', 'Month', 'Day', 'Hour', 'Minute', 'Second'] as const;

const OPERATORS: Readonly<Record<string, string>> = {
  '=': 'equal',
  '<>': 'notEqual',
  '>': 'greaterThan',
  '>=': 'greaterThanOrEqual',
  '<': 'lessThan',
  '<=': 'lessThanOrEqual',
};

/** `Excel.FilterOn` of the first and last items, as `[top, percent]`. */
const TOPS: Readonly<Record<string, readonly [top: boolean, percent: boolean]>> = {
  TopItems: [true, false],
  TopPercent: [true, true],
  BottomItems: [false, false],
  BottomPercent: [false, true],
};

function customFilter(criterion: unknown): BookElement {
  const [, sign = '=', val = ''] = /^(<>|>=|<=|=|>|<)?(.*)$/s.exec(String(criterion)) ?? [];
  const operator = OPERATORS[sign] ?? 'equal';
  return element('customFilter', { ...(operator !== 'equal' && { operator }), val });
}

function readCustom({ attributes: { operator = 'equal', val = '' } }: BookElement): string {
  return `${Object.keys(OPERATORS).find((sign) => OPERATORS[sign] === operator) ?? '='}${val}`;
}

interface Day {
  date: string;
  specificity: string;
}

/** `2024-01-02T..` to the day -> `year="2024" month="1" day="2" dateTimeGrouping="day"`. */
function dateGroup({ date, specificity }: Day): BookElement {
  const numbers = date.split(/[-T:.Z]/).map((part) => String(Number(part)));
  const count = GROUPINGS.findIndex((name) => name === specificity) + 1;
  const parts = GROUPINGS.slice(0, count).map((name, index) => [name.toLowerCase(), numbers[index] ?? '0']);
  return element('dateGroupItem', {
    ...(Object.fromEntries(parts) as Attributes),
    dateTimeGrouping: specificity.toLowerCase(),
  });
}

function readDateGroup({ attributes }: BookElement): Day {
  const count = GROUPINGS.findIndex((name) => name.toLowerCase() === attributes.dateTimeGrouping) + 1;
  const [year = '2000', ...rest] = GROUPINGS.slice(0, count).map((name) => attributes[name.toLowerCase()] ?? '1');
  const date = [year, ...rest.slice(0, 2).map((part) => part.padStart(2, '0'))].join('-');
  const time = rest.slice(2).map((part) => part.padStart(2, '0'));
  return { date: time.length > 0 ? `${date}T${time.join(':')}` : date, specificity: GROUPINGS[count - 1] ?? 'Day' };
}

function valuesElement(values: readonly unknown[]): BookElement {
  const items = values
    .filter((value) => value !== '')
    .map((value) =>
      typeof value === 'object' && value !== null
        ? dateGroup(value as Day)
        : element('filter', { val: String(value as string) }),
    );
  return element('filters', values.includes('') ? { blank: '1' } : {}, items);
}

function readValues({ attributes, children }: BookElement): FilterCriteria {
  const values = children.map((item) => (item.name === 'filter' ? (item.attributes.val ?? '') : readDateGroup(item)));
  return { filterOn: 'Values', values: attributes.blank === '1' ? [...values, ''] : values };
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const PERIOD = 'AllDatesInPeriod';

/** `Excel.DynamicFilterCriteria` -> the file's word. */
function dynamicWord(criterion: string): string {
  const period = criterion.startsWith(PERIOD) ? criterion.slice(PERIOD.length) : undefined;
  if (period === undefined) return criterion.charAt(0).toLowerCase() + criterion.slice(1);
  return period.startsWith('Quarter') ? `Q${period.slice(-1)}` : `M${MONTHS.indexOf(period) + 1}`;
}

function dynamicCriterion(word: string): string {
  const [, kind, number] = /^([MQ])(\d+)$/.exec(word) ?? [];
  if (kind === 'Q') return `${PERIOD}Quarter${number}`;
  if (kind === 'M') return PERIOD + MONTHS[Number(number) - 1];
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** A column's criteria for a file; null for what only the API can say (colours, icons). */
function fileCriteria(criteria: FilterCriteria): BookElement | null {
  const { filterOn, values, criterion1, criterion2, operator, dynamicCriteria } = criteria;
  if (filterOn === 'Values') return valuesElement((values ?? []) as unknown[]);
  if (filterOn === 'Dynamic') return element('dynamicFilter', { type: dynamicWord(String(dynamicCriteria)) });
  const top = TOPS[String(filterOn)];
  if (top)
    return element('top10', { ...(!top[0] && { top: '0' }), ...(top[1] && { percent: '1' }), val: String(criterion1) });
  if (filterOn !== 'Custom') return null;
  const all = [criterion1, criterion2].filter((criterion) => criterion !== undefined && criterion !== null);
  return element('customFilters', all.length > 1 && operator !== 'Or' ? { and: '1' } : {}, all.map(customFilter));
}

const READERS: Readonly<Record<string, (criteria: BookElement) => FilterCriteria>> = {
  filters: readValues,
  customFilters: ({ attributes, children }) => {
    const [criterion1, criterion2] = children.map(readCustom);
    const operator = attributes.and === '1' ? 'And' : 'Or';
    return { filterOn: 'Custom', criterion1, ...(criterion2 !== undefined && { criterion2, operator }) };
  },
  top10: ({ attributes: { top = '1', percent = '0', val = '10' } }) => {
    const filterOn = Object.keys(TOPS).find((name) => String(TOPS[name]) === String([top !== '0', percent === '1']));
    return { filterOn, criterion1: val };
  },
  dynamicFilter: ({ attributes: { type = '' } }) => ({ filterOn: 'Dynamic', dynamicCriteria: dynamicCriterion(type) }),
};

export function toLiveCriteria({ criteria }: BookFilterColumn): FilterCriteria | null {
  return READERS[criteria.name]?.(criteria) ?? null;
}

export function toFileColumns(columns: Iterable<readonly [number, FilterCriteria | undefined]>): BookFilterColumn[] {
  return [...columns].flatMap(([column, filter]) => {
    const criteria = filter ? fileCriteria(filter) : null;
    return criteria ? [{ column, criteria }] : [];
  });
}
