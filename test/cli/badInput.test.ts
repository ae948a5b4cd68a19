import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { zipSync } from 'fflate';
import { readBook } from '../../src/xlsx/read';
import { buildBook } from '../../src/xlsx/build';
import { writeBook } from '../../src/xlsx/write';
import { crm, report, workFolder, type Run } from './cli';

const { folder, path, file, read, exists } = workFolder();
const bytes = (text: string) => new TextEncoder().encode(text);
const inMap = (table: object) => JSON.stringify({ customers: table });

file('ok.csv', 'name,industry\nAcme,Steel\n');
file('image.csv', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 1]));
file('paper.csv', '%PDF-1.4\n%%EOF');
file('empty.csv', '');
file('latin.csv', Uint8Array.from([...bytes('name\nM'), 0xfc, 0x0a]));
file('foreign.csv', 'foo,bar\n1,2\n');
file('broken.json', '{ "customers": ');
file('list.json', '[]');
file('table.json', '{ "suppliers": {} }');
file('header.json', inMap({ columns: { Branch: 'industry' } }));
file('column.json', inMap({ columns: { industry: 'sectorOf' } }));
file('code.json', inMap({ columns: { industry: 'lifecycle' }, values: { lifecycle: { Steel: 'asleep' } } }));
file('values.json', inMap({ values: { lifecycle: { Steel: 'lost' } } }));
file('word.docx', zipSync({ '[Content_Types].xml': bytes('<Types/>'), 'word/document.xml': bytes('<w/>') }));
file('text.xlsx', 'name,industry\n');
file('existing.xlsx', 'precious');
mkdirSync(path('taken.xlsx'));

const from = (source: string, map?: string): string[] => [
  ...['new', path('existing.xlsx'), '--import', `customers=${path(source)}`],
  ...(map ? ['--map', path(map)] : []),
];

/** What is typed, the exit code, and what the message says. */
const mistakes: [string, readonly string[], number, RegExp][] = [
  ['a picture', from('image.csv'), 1, /image\.csv: The file is neither CSV nor XLSX/],
  ['a PDF', from('paper.csv'), 1, /paper\.csv: The file is neither CSV nor XLSX/],
  ['an empty file', from('empty.csv'), 1, /empty\.csv: The file is empty/],
  ['an unknown encoding', from('latin.csv'), 1, /latin\.csv: The text encoding .* UTF-8/],
  ['no known header', from('foreign.csv'), 1, /foreign\.csv: None of the headers is known: foo, bar/],
  ['a missing file', from('nowhere.csv'), 1, /"[^"]*nowhere\.csv" cannot be read \(there is no such file\)/],
  ['a map that is no JSON', from('ok.csv', 'broken.json'), 1, /broken\.json: The file is no JSON/],
  ['a map that is a list', from('ok.csv', 'list.json'), 1, /list\.json: .* a map is an object/],
  ['an unknown table in the map', from('ok.csv', 'table.json'), 1, /table\.json: There is no table "suppliers"/],
  ['an unknown header in the map', from('ok.csv', 'header.json'), 1, /header\.json: .* customers > columns: "Branch"/],
  [
    'an unknown column in the map',
    from('ok.csv', 'column.json'),
    1,
    /column\.json: .* customers > columns > industry: "sectorOf"/,
  ],
  ['an unknown code in the map', from('ok.csv', 'code.json'), 1, /code\.json: .* > Steel: "asleep"/],
  [
    'values for a column the file lacks',
    from('ok.csv', 'values.json'),
    1,
    /values\.json: .* customers > values: "lifecycle"/,
  ],
  [
    'an unknown table',
    ['new', path('existing.xlsx'), '--import', `suppliers=${path('ok.csv')}`],
    1,
    /There is no table "suppliers"\. Known: customers/,
  ],
  ['an import without file', ['new', path('existing.xlsx'), '--import', 'customers'], 2, /--import wants TABLE=FILE/],
  ['sample data and an import', [...from('ok.csv'), '--sample'], 2, /--sample and --import/],
  ['a map without import', ['new', path('existing.xlsx'), '--map', path('table.json')], 2, /there is no --import/],
  ['an unknown language', [...from('ok.csv'), '--lang', 'fr'], 2, /--lang wants en or zh-CN, not "fr"/],
  ['an unknown currency', [...from('ok.csv'), '--currency', 'gold'], 2, /--currency wants a code .* not "gold"/],
  ['a day that never was', [...from('ok.csv'), '--today', '2026-02-30'], 2, /--today wants a day .* not "2026-02-30"/],
  ['an unknown option', [...from('ok.csv'), '--tody', '2026-02-03'], 2, /unknown option '--tody'/],
  [
    'a folder as target',
    ['new', path('taken.xlsx'), '--import', `customers=${path('ok.csv')}`],
    1,
    /"[^"]*taken\.xlsx" cannot be written \(it is a folder\)/,
  ],
  ['a target in no folder', ['new', path('no/such/book.xlsx')], 1, /cannot be written \(there is no such folder\)/],
  ['a report on a CSV', ['report', path('ok.csv')], 1, /ok\.csv: The file is not an Excel workbook/],
  [
    'a report on a text called .xlsx',
    ['report', path('text.xlsx')],
    1,
    /text\.xlsx: The file is not an Excel workbook/,
  ],
  ['a report on a Word file', ['report', path('word.docx')], 1, /word\.docx: The file is not an Excel workbook/],
  ['a report on half a workbook', ['report', path('half.xlsx')], 1, /half\.xlsx: The workbook is damaged: /],
  [
    'a report on a workbook without CRM',
    ['report', path('plain.xlsx')],
    1,
    /plain\.xlsx: This workbook has no CRM tables/,
  ],
  [
    'a report on a newer workbook',
    ['report', path('newer.xlsx')],
    1,
    /newer\.xlsx: This workbook was written by a newer version \(99;/,
  ],
  ['a report without file', ['report'], 2, /missing required argument 'file\.xlsx'/],
  ['a report of a day that is none', ['report', path('newer.xlsx'), '--today', 'tomorrow'], 2, /--today wants a day/],
  ['an unknown command', ['reprot'], 2, /unknown command 'reprot'/],
];

describe('bad input on the command line', () => {
  const runs = new Map<string, Run>();

  beforeAll(async () => {
    const book = buildBook({ language: 'en', records: {}, clock: 46_000 });
    const good = await writeBook(book);
    file('half.xlsx', good.slice(0, good.length / 2));
    book.names.find(({ name }) => name === 'crm_schema_version')!.formula = '99';
    file('newer.xlsx', await writeBook(book));
    file(
      'plain.xlsx',
      await writeBook({
        ...book,
        names: [],
        sheets: book.sheets.slice(0, 1).map((sheet) => ({ ...sheet, charts: [], cells: new Map() })),
      }),
    );
    const queue = [...mistakes];
    const worker = async () => {
      for (let next = queue.shift(); next; next = queue.shift()) runs.set(next[0], await crm(...next[1]));
    };
    await Promise.all([worker(), worker(), worker()]);
  }, 180_000);

  it.each(mistakes)('should say what is wrong with %s', (title, _, code, message) => {
    const { err, out, code: found } = runs.get(title)!;
    expect(err).toMatch(message);
    expect([found, out]).toEqual([code, '']);
    expect(err).not.toMatch(/\n\s+at |node:internal|\{\{/);
  });

  it('should leave an existing workbook untouched and nothing half-written behind', () => {
    expect(read('existing.xlsx')).toBe('precious');
    expect(readdirSync(folder).filter((name) => /tmp|problems/.test(name))).toEqual([]);
  });

  it('should keep every row of a dirty file, mark its cells and list what is wrong', async () => {
    const customers = [
      'customer id,name,employees,created at,key,owner,note',
      '1,=cmd|x,12,2026-02-30,perhaps,Ann,+1',
      '1,-Second,many,2026-03-01,是,Bob,@home',
      ',Third,"1,250",03/04/2026,no,Ann,"=HYPERLINK(""x"")"',
      '4,,7,2026-03-01,0,,',
    ];
    const done = await crm(
      'new',
      path('dirty.xlsx'),
      '--import',
      `customers=${file('dirty.csv', customers.join('\n'))}`,
      '--today',
      '2026-03-31',
    );
    const { customers: counted, problems, problemCounts } = await report(path('dirty.xlsx'));

    expect([done.code, counted.count]).toEqual([0, 4]);
    expect(problemCounts).toEqual({ badNumber: 1, badDate: 1, badBoolean: 1, duplicateId: 1, missingRequired: 1 });
    expect(problems.map(({ row, column, code }) => `${row} ${column} ${code}`).sort()).toEqual(
      [
        '2 createdAt badDate',
        '2 isKey badBoolean',
        '3 customerId duplicateId',
        '3 employees badNumber',
        '5 name missingRequired',
      ].sort(),
    );
    const listed = read('dirty.problems.csv')
      .replace(/^\uFEFF/, '')
      .split('\r\n')
      .map((line) => line.split(',').slice(0, 3).join(' '));
    expect(listed).toEqual(
      expect.arrayContaining([
        'customers 2 createdAt',
        'customers 2 isKey',
        'customers 3 customerId',
        'customers 3 employees',
        'customers 5 name',
        'customers 2 ownerId',
      ]),
    );
    const sheet = readBook(Uint8Array.from(readFileSync(path('dirty.xlsx')))).sheets.find(
      ({ name }) => name === 'Customers',
    )!;
    const typed = [...sheet.cells.values()].flatMap((row) => [...row.values()]).filter(({ formula }) => !formula);
    expect(typed.map(({ value }) => value)).toEqual(
      expect.arrayContaining(['=cmd|x', '-Second', '+1', '@home', '=HYPERLINK("x")']),
    );
    expect(sheet.conditionalFormats.some(({ formulas }) => formulas[0]!.includes('ISTEXT'))).toBe(true);
  });

  it('should replace an existing workbook when everything went well', async () => {
    file('old.xlsx', 'old');
    expect(await crm('new', path('old.xlsx'), '--sample', '--lang', 'ZH-cn', '--currency', 'jpy')).toMatchObject({
      code: 0,
    });
    expect([exists('old.problems.csv'), (await report(path('old.xlsx'))).problems]).toEqual([false, []]);
  });
});
