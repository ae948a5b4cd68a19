import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { setUp } from '../../src/actions/setUp';
import { setUpCadence } from '../../src/actions/setUpCadence';
import { industryOf, setUpIndustry } from '../../src/actions/setUpIndustry';
import { peopleFromText, peopleOf, peopleProblems, setUpPeople, type PersonEntry } from '../../src/actions/setUpPeople';
import { setUpSample } from '../../src/actions/setUpSample';
import { undo } from '../../src/actions/undo';
import { industries } from '../../src/template/industries';
import { columnDef, keyColumnOf, tableDef, template } from '../../src/template/load';
import { fillWorkbook } from '../../src/template/records';
import type { SeedRow } from '../../src/template/seed';
import { languages } from '../../src/template/types';
import { installed, today } from '../workbook/support';

jest.setTimeout(120_000);

const folder = join(__dirname, '../../templates');
const person = (id: string, more: Partial<PersonEntry> = {}): PersonEntry => ({
  ...{ id, name: id, role: '', supervisor: '', email: '' },
  ...more,
});

describe('industry templates', () => {
  it('should fit the schema beside them and be offered', () => {
    const read = (...path: string[]) => JSON.parse(readFileSync(join(folder, ...path), 'utf8')) as { id: string };
    const check = new Ajv({ allErrors: true, strict: false }).compile(read('schema', 'industry.schema.json'));
    const files = readdirSync(join(folder, 'industries')).map((file) => read('industries', file));
    for (const file of files) {
      check(file);
      expect(check.errors ?? []).toEqual([]);
    }
    expect(industries.map(({ id }) => id).sort()).toEqual(files.map(({ id }) => id).sort());
  });

  it('should name the same cells in each, so that one can follow another, and only cells that there are', () => {
    const cellsOf = ({ rows }: (typeof industries)[number]) =>
      Object.entries(rows).flatMap(([table, records]) =>
        Object.entries(records).flatMap(([key, cells]) => Object.keys(cells).map((column) => [table, key, column])),
      );
    for (const industry of industries) expect(cellsOf(industry)).toEqual(cellsOf(industries[0]!));
    for (const [table, key, column] of cellsOf(industries[0]!)) {
      const { kind = 'input', list } = columnDef(tableDef(table!), column!);
      expect(kind).toBe('input');
      expect(tableDef(table!).rows!.map((row) => row[keyColumnOf(table!).id])).toContain(key);
      for (const { rows } of industries)
        if (list) expect(template.lists[list]!.map(({ code }) => code)).toContain(rows[table!]![key!]![column!]);
    }
  });

  it.each(languages)('should begin with what a new workbook has (%s)', (language) => {
    const { computed } = fillWorkbook({ language, records: {}, clock: today });
    expect(industryOf(computed, industries)?.id).toBe('trade');
  });
});

describe.each(languages)('the set-up of a live workbook in %s', (language) => {
  it('should write rules, people and cadences that are found again, and take them back', async () => {
    const { home } = await installed(language);
    const empty = await home.read();

    const industry = industries.find(({ id }) => id === 'retail')!;
    const rules = setUpIndustry(empty, industry);
    expect((await setUp(home, rules)).conflicts).toEqual([]);
    const people = [person('U-A', { name: '=Ann', role: 'manager' }), person('U-B', { supervisor: 'U-A' })];
    expect((await setUp(home, setUpPeople(empty, people))).appended).toBe(2);

    const filled = await home.read();
    expect(industryOf(filled, industries)).toBe(industry);
    expect(peopleOf(filled)).toEqual(people);
    expect(setUpPeople(filled, people)).toMatchObject({ updates: [], appends: [] });
    const moved = setUpPeople(filled, [people[0]!, { ...people[1]!, supervisor: '', email: 'b@example.com' }]);
    expect(moved.updates.map(({ field, after }) => [field, after])).toEqual([
      ['supervisor', null],
      ['email', 'b@example.com'],
    ]);

    const cadence = setUpCadence(filled, [{ rule: 'key', every: null, unit: 'weeks' }]);
    await setUp(home, cadence);
    expect(industryOf(await home.read(), industries)).toBeNull();
    await undo(home, cadence);
    await undo(home, rules);
    expect(industryOf(await home.read(), industries)?.id).toBe('trade');
  });

  it('should add the sample below whoever looks around, and nothing that is there already', () => {
    const present = (records: Parameters<typeof fillWorkbook>[0]['records']) =>
      fillWorkbook({ language, records, clock: today }).computed;
    const me = { id: 'U-A', name: 'Ann' };
    const sample = setUpSample(present({ team: [me] }), today, 'U-A');
    const records: Record<string, SeedRow[]> = { team: [me] };
    for (const { table, values } of sample.appends) (records[table] ??= []).push(values);

    const filled = present(records);
    expect(filled.problems).toEqual([]);
    expect(peopleOf(filled).filter(({ supervisor }) => supervisor === 'U-A')).toHaveLength(1);
    expect(setUpSample(filled, today, 'U-A').appends).toEqual([]);
  });
});

describe('people', () => {
  const ids = () => {
    let last = 0;
    return () => `U-${++last}`;
  };

  it('should be read from cells with headings in any order, and without headings in ours', () => {
    const known = [person('U-K', { name: '林洛拉' })];
    const mixed = peopleFromText(
      '邮箱\t姓名\t上级\t角色\nx@y.cn\t刘雅文\t林洛拉\t业务员\n\t白志远\t刘雅文\t宇航员',
      known,
      ids(),
    );
    expect(mixed).toEqual([
      person('U-1', { name: '刘雅文', supervisor: 'U-K', role: 'rep', email: 'x@y.cn' }),
      person('U-2', { name: '白志远', supervisor: 'U-1' }),
    ]);
    expect(peopleFromText('Ann\tManager\r\nBo\tsales\tann\r\n', [], ids())).toEqual([
      person('U-1', { name: 'Ann', role: 'manager' }),
      person('U-2', { name: 'Bo', role: 'rep', supervisor: 'U-1' }),
    ]);
    expect(peopleFromText(' \n\n', [], ids())).toEqual([]);
  });

  it('should not be written twice by name, above themselves, or with half an address', () => {
    const problems = peopleProblems([
      person('A', { supervisor: 'B' }),
      person('B', { supervisor: 'A' }),
      person('C', { name: ' same ' }),
      person('D', { name: 'SAME' }),
      person('E', { email: 'nobody' }),
      person('F', { name: '', email: 'f@example.com' }),
      person('G', { name: '', email: '' }),
      person('H', { supervisor: 'A' }),
    ]);
    expect(Object.fromEntries(problems)).toEqual({
      ...{ A: 'circle', B: 'circle', C: 'sameName', D: 'sameName', E: 'badEmail', F: 'noName' },
    });
  });
});
