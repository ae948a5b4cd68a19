import cnHolidays from '../../templates/holidays/cn.json';
import { buildCalendar, nextWorkdays, workBreak, type Holiday } from '../crm/calendar';
import type { Value } from '../crm/snapshot';
import { toSerial } from '../shared/dates';
import type { Labels } from './labels';
import { labelKey } from './labels';
import { listItems } from '../../templates';
import { tableDef, template } from './load';
import type { Language, ListItem, TableDef, Text } from './types';

/** A record as decoded values by column id. */
export type SeedRow = Readonly<Record<string, Value>>;

export interface SeedOptions {
  readonly language: Language;
  readonly labels: Labels;
  /** First and last day of the hidden calendar, serials. */
  readonly calendar: readonly [number, number];
  readonly settings?: Readonly<Record<string, Value>>;
}

/** Currency of a new workbook until the manager sets another (decision 5). */
export const currencies: Record<Language, string> = { en: 'USD', 'zh-CN': 'CNY' };

/** Public holidays that a new workbook starts with: mainland China's in Chinese, none in English (they differ by country). */
const holidays: Record<Language, readonly { date: string; kind: string; name: string }[]> = {
  en: [],
  'zh-CN': cnHolidays,
};

/** Rows that a table of a new workbook starts with; data tables start empty. */
export function seedRows(table: TableDef, options: SeedOptions): readonly SeedRow[] {
  const special = seeds[table.id];
  return special ? special(options) : templateRows(table, options);
}

const seeds: Readonly<Record<string, (options: SeedOptions) => SeedRow[]>> = {
  lists: ({ language, labels }) =>
    Object.entries(listItems as Record<string, ListItem[]>).flatMap(([list, items]) =>
      items.map((item) => ({
        key: labelKey(list, item.code),
        list,
        code: item.code,
        listName: listCaption(list, language),
        label: labels.get(labelKey(list, item.code)) ?? item.label[language],
        en: item.label.en,
        zh: item.label['zh-CN'],
      })),
    ),
  holidays: ({ language }) => holidays[language].map((day) => ({ ...day, date: toSerial(day.date) })),
  calendar: (options) => calendarRows(options),
};

/** What a manager knows a list by: a name of its own, else the caption of the first column that uses it. */
function listCaption(list: string, language: Language): string {
  const column = template.tables.flatMap(({ columns }) => columns).find((candidate) => candidate.list === list);
  return (ownCaptions[list] ?? column?.caption)?.[language] ?? list;
}

const ownCaptions: Readonly<Record<string, Text>> = {
  boolean: { en: 'Yes or no', 'zh-CN': '是与否' },
  revisitState: { en: 'Revisit', 'zh-CN': '回访状态' },
  slaState: { en: 'Service clock', 'zh-CN': '时限状态' },
  complaintStep: { en: 'Complaint step', 'zh-CN': '投诉步骤' },
  probabilityBasis: { en: 'Probability taken from', 'zh-CN': '赢率来源' },
  cadenceBase: { en: 'Cadence counts from', 'zh-CN': '回访周期起算' },
  milestoneState: { en: 'Milestone', 'zh-CN': '里程碑状态' },
  careOccasion: { en: 'Occasion of care', 'zh-CN': '关怀场合' },
  orderStatus: { en: 'Order status', 'zh-CN': '订单状态' },
  rfmSegment: { en: 'RFM segment', 'zh-CN': 'RFM 客户群' },
  rfmMap: { en: 'Map of RFM segments', 'zh-CN': 'RFM 客户群方案' },
  activity: { en: 'Activity', 'zh-CN': '活跃状态' },
  activityRule: { en: 'Activity: why', 'zh-CN': '活跃状态依据' },
  lifecycleRule: { en: 'Lifecycle: why', 'zh-CN': '生命周期依据' },
  tierBasis: { en: 'Tiers by', 'zh-CN': '等级依据' },
  tierCriterion: { en: 'Tier criterion', 'zh-CN': '等级评分标准' },
  ownerChange: { en: 'Change of owner', 'zh-CN': '归属变更' },
  tierReviewRule: { en: 'Tier review: why', 'zh-CN': '等级评审依据' },
};

function templateRows(table: TableDef, options: SeedOptions): SeedRow[] {
  return (table.rows ?? []).map((row) => {
    const values = Object.entries(row).map(([column, value]) => [column, plain(value, options)] as const);
    const result = Object.fromEntries(values);
    return table.id === 'settings'
      ? { ...result, value: settingValue(String(row.key), result.value ?? null, options) }
      : result;
  });
}

function settingValue(key: string, value: Value, options: SeedOptions): Value {
  const given = options.settings?.[key];
  if (given !== undefined) return given;
  if (key === 'language') return options.language;
  return key === 'currency' ? currencies[options.language] : value;
}

/** Texts by language, and `list.code` references, which cells hold as labels. */
function plain(value: string | number | boolean | null | Text, { language, labels }: SeedOptions): Value {
  if (value !== null && typeof value === 'object') return value[language];
  return typeof value === 'string' ? (labels.get(value) ?? value) : value;
}

/** The hidden calendar from holidays and working hours (decision 11). */
export function calendarRows(options: SeedOptions, given?: readonly Holiday[]): SeedRow[] {
  const settings = new Map(templateRows(tableDef('settings'), options).map((row) => [row.key, row.value]));
  const days =
    given ?? holidays[options.language].map((day) => ({ date: toSerial(day.date), kind: day.kind as Holiday['kind'] }));
  const [first, last] = options.calendar;
  const [start, end] = [Number(settings.get('workStart')), Number(settings.get('workEnd'))];
  const pause = workBreak(start, end, Number(settings.get('breakStart')), Number(settings.get('breakEnd')));
  const calendar = buildCalendar(first, last, days, start, end, pause);
  const next = nextWorkdays(calendar);
  return calendar.dates.map((date, index) => ({
    date,
    isWorkday: calendar.isWorkday[index]!,
    nextWorkday: next[index]!,
    minutesBefore: calendar.minutesBefore[index]!,
  }));
}
