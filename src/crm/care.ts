import { daysInMonth, partsOf, serialOf } from '../shared/dates';
import { fromLunar, toLunar } from './lunar';

/** Customer care (C-41): birthdays, anniversaries and festivals, solar and lunar. */

/** A day that comes back every year. */
export interface YearlyDay {
  readonly calendar: 'solar' | 'lunar';
  /** 1..12 */
  readonly month: number;
  /** 1..31; a month that is too short has it on its last day. */
  readonly day: number;
  readonly isLeap?: boolean;
}

/** Day of a yearly day in a year (lunar: the lunar year that begins in it); `null` when the calendar does not know it. */
export function dayInYear(rule: YearlyDay, year: number): number | null {
  if (!(rule.month >= 1 && rule.month <= 12 && rule.day >= 1)) return null;
  if (rule.calendar === 'lunar') return fromLunar({ ...rule, year, isLeap: rule.isLeap ?? false });
  return rule.day > 31 ? null : serialOf(year, rule.month, Math.min(rule.day, daysInMonth(year, rule.month)));
}

/** The first such day on or after `from`; a lunar year runs into the next solar one, so its search begins a year early. */
export function nextYearly(rule: YearlyDay, from: number): number | null {
  const { year } = partsOf(from);
  for (let candidate = rule.calendar === 'lunar' ? year - 1 : year; candidate <= year + 1; candidate += 1) {
    const day = dayInYear(rule, candidate);
    if (day !== null && day >= from) return day;
  }
  return null;
}

/** The yearly day that a date stands for: its solar or its lunar month and day; `null` when it is no date that is known. */
export function yearlyOf(date: number, isLunar: boolean): YearlyDay | null {
  if (isLunar) {
    const lunar = toLunar(date);
    return lunar && { calendar: 'lunar', month: lunar.month, day: lunar.day, isLeap: lunar.isLeap };
  }
  const { month, day } = partsOf(date);
  return { calendar: 'solar', month, day };
}

export interface Anniversary {
  readonly date: number;
  /** Years since; lunar ones are counted in lunar years. */
  readonly years: number;
}

/**
 * The next return of a date after its first year, on or after `from`. `isLunar`: the date is a day of the ordinary
 * calendar that is kept by its lunar month and day. 29 February falls on the 28th in common years, the 30th of a short
 * lunar month on the 29th, a leap month's day in the ordinary month of years without it.
 */
export function nextAnniversary(date: number, isLunar: boolean, from: number): Anniversary | null {
  const rule = yearlyOf(date, isLunar);
  const next = rule && nextYearly(rule, Math.max(from, Math.floor(date) + 1));
  if (!next) return null;
  const years = yearOf(next, isLunar) - yearOf(date, isLunar);
  return years > 0 ? { date: next, years } : null;
}

const yearOf = (date: number, isLunar: boolean): number =>
  (isLunar ? toLunar(date)?.year : undefined) ?? partsOf(date).year;

/** A festival as the workbook's table has it. */
export interface Festival extends YearlyDay {
  readonly code: string;
}

export interface FestivalDay {
  readonly code: string;
  readonly date: number;
}

/** Festivals from `from` to `until`, both included, by date; those that no calendar knows are left out. */
export const festivalDays = (festivals: readonly Festival[], from: number, until: number): FestivalDay[] =>
  festivals
    .flatMap((festival): FestivalDay[] => {
      const date = nextYearly(festival, from);
      return date !== null && date <= until ? [{ code: festival.code, date }] : [];
    })
    .sort((a, b) => a.date - b.date);

/** A greeting text: for an occasion (`birthday`, `firstOrder`, a festival's code) and a tier; blank = for all. */
export interface Greeting {
  readonly occasion: string | null;
  readonly tier: string | null;
  readonly text: string | null;
}

/** The text that fits best: occasion and tier, else occasion, else tier, else one for everything; `null` when none does. */
export function greetingFor(greetings: readonly Greeting[], occasion: string, tier: string | null): string | null {
  const score = ({ occasion: on, tier: of }: Greeting) => {
    if ((on !== null && on !== occasion) || (of !== null && of !== tier)) return -1;
    return (on === null ? 0 : 2) + (of === null ? 0 : 1);
  };
  const fitting = greetings
    .filter((greeting) => greeting.text !== null && score(greeting) >= 0)
    .sort((a, b) => score(b) - score(a));
  return fitting[0]?.text ?? null;
}

/** Puts names into a greeting: `{name}`, `{customer}`, `{years}`; what is unknown stays as it is. */
export const filledGreeting = (text: string, values: Readonly<Record<string, string | number | null>>): string =>
  (values.years === 1 ? ofOneYear(text) : text).replace(/\{(\w+)\}/g, (placeholder, key: string) =>
    String(values[key] ?? placeholder),
  );

/** People write "{years} years", which the first anniversary must not say. Chinese has one form for any number. */
const ofOneYear = (text: string): string => text.replace(/(\{years\}\s)years\b/gi, '$1year');
