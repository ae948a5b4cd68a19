import festivals from '../../templates/tables/festivals.json';
import { festivalDays, filledGreeting, greetingFor, nextAnniversary, type Festival } from '../../src/crm/care';
import { toIso, toSerial } from '../../src/shared/dates';

const next = (date: string, isLunar: boolean, from: string) => {
  const found = nextAnniversary(toSerial(date), isLunar, toSerial(from));
  return found && `${toIso(found.date)} ${found.years}`;
};

describe('birthdays and anniversaries (C-41)', () => {
  it.each([
    ['on the day itself', '1980-05-20', false, '2026-05-20', '2026-05-20 46'],
    ['next year when it has passed', '1980-05-20', false, '2026-05-21', '2027-05-20 47'],
    ['on 28 February in common years', '1992-02-29', false, '2026-01-01', '2026-02-28 34'],
    ['on 29 February in leap years', '1992-02-29', false, '2028-01-01', '2028-02-29 36'],
    ['by the lunar calendar: Mid-Autumn of 1980', '1980-09-23', true, '2026-01-01', '2026-09-25 46'],
    ['at the end of a lunar year that began last year', '1981-01-20', true, '2026-01-15', '2026-02-02 45'],
    ['in the ordinary month in years without the leap month', '2025-08-10', true, '2026-01-01', '2026-07-30 1'],
    ['never before its first year is over', '2026-03-01', false, '2026-02-01', '2027-03-01 1'],
  ])('should return %s', (_, date, isLunar, from, expected) => {
    expect(next(date, isLunar, from)).toBe(expected);
  });

  it('should know no birthday before 1901 by the lunar calendar', () => {
    expect(next('1900-05-05', true, '2026-01-01')).toBeNull();
  });
});

describe('festivals (C-41)', () => {
  const known = festivals.rows as unknown as Festival[];
  it('should come in the order of their days, solar and lunar', () => {
    const days = festivalDays(known, toSerial('2026-01-01'), toSerial('2026-12-31'));
    expect(days.map(({ code, date }) => `${code} ${toIso(date)}`)).toEqual([
      'newYear 2026-01-01',
      'newYearsEve 2026-02-16',
      'springFestival 2026-02-17',
      'lantern 2026-03-03',
      'labourDay 2026-05-01',
      'dragonBoat 2026-06-19',
      'doubleSeventh 2026-08-19',
      'midAutumn 2026-09-25',
      'nationalDay 2026-10-01',
      'doubleNinth 2026-10-18',
      'christmas 2026-12-25',
    ]);
  });

  it('should see the Spring Festival of the next year from December', () => {
    const days = festivalDays(known, toSerial('2026-12-28'), toSerial('2027-02-10'));
    expect(days.map(({ code, date }) => [code, toIso(date)])).toEqual([
      ['newYear', '2027-01-01'],
      ['newYearsEve', '2027-02-05'],
      ['springFestival', '2027-02-06'],
    ]);
  });

  it('should leave out a festival whose month is no month', () => {
    const wrong: Festival = { code: 'x', calendar: 'solar', month: 13, day: 1 };
    expect(festivalDays([wrong], 46_000, 46_400)).toEqual([]);
  });
});

describe('greetings (C-41)', () => {
  const texts = [
    { occasion: null, tier: null, text: 'Hello' },
    { occasion: 'birthday', tier: null, text: 'Happy birthday, {name}' },
    { occasion: 'birthday', tier: 'A', text: 'Dear {name} of {customer}' },
    { occasion: 'birthday', tier: 'B', text: null },
  ];

  it('should take the text of occasion and tier before the more general ones', () => {
    const of = (occasion: string, tier: string | null) => greetingFor(texts, occasion, tier);
    expect([of('birthday', 'A'), of('birthday', 'B'), of('newYear', 'A')]).toEqual([
      'Dear {name} of {customer}',
      'Happy birthday, {name}',
      'Hello',
    ]);
    expect(greetingFor([], 'birthday', 'A')).toBeNull();
  });

  it('should put in what is known and leave the rest', () => {
    expect(filledGreeting('{name}, {years} years, {x}', { name: '$&', years: 3 })).toBe('$&, 3 years, {x}');
  });

  it('should say one year in the singular', () => {
    const texts = ['{years} years ago', '{years} 年前', 'for {years} Years!', '{years} yearsome'];
    expect(texts.map((text) => filledGreeting(text, { years: 1 }))).toEqual([
      ...['1 year ago', '1 年前', 'for 1 year!', '1 yearsome'],
    ]);
  });
});
