import { crm, report, workFolder } from './cli';

/** GB18030 bytes of a text, by asking the decoder what every two-byte code means (Node only encodes UTF-8). */
function gb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const char = decoder.decode(Uint8Array.of(lead, trail));
      if ([...char].length === 1) codes.set(char, [lead, trail]);
    }
  }
  return Uint8Array.from([...text].flatMap((char) => (char < '\u0080' ? [char.charCodeAt(0)] : codes.get(char)!)));
}

describe('Chinese files on the command line', () => {
  const { path, file, read } = workFolder();

  it('should understand headers and values of a GB18030 export without a map, several files for one table', async () => {
    const customers =
      '客户编号,客户名称,业务员,重点客户,客户状态,创建日期\n007,华信贸易,王芳,是,休眠客户,2026年3月20日\n008,长江电子,李雷,否,老客户,2026/2/1\n';
    const more = '公司名称,负责人,意向客户,建档日期\n泰山机械,韩梅,有,2026-03-01\n';
    const deals =
      '商机编号,客户,销售阶段,结果,金额（万元）,创建时间,备用列\nS1,华信贸易,方案报价,进行中,1.5,2026-03-01,x\nS2,008,客户承诺,赢单,￥2,2026-03-02,y\n';
    const team = '姓名,主管\n王芳,赵总\n李雷,赵总\n韩梅,\n';
    const made = await crm(
      ...['new', path('zh.xlsx'), '--lang', 'zh-CN'],
      ...[
        '--import',
        `客户=${file('customers.csv', gb18030(customers))}`,
        '--import',
        `customers=${file('more.csv', `\uFEFF${more}`)}`,
      ],
      ...['--import', `商机=${file('deals.csv', gb18030(deals))}`, '--import', `员工=${file('team.csv', team)}`],
    );
    expect(made).toMatchObject({ code: 0 });
    expect(made.out).toContain('customers: 2 rows from customers.csv (gb18030)');

    const found = await report(path('zh.xlsx'), '--today', '2026-03-31');
    expect(found.customers.count).toBe(3);
    expect(found.revisits.overdue).toMatchObject([
      {
        customerId: '008',
        customer: '长江电子',
        owner: '李雷',
        supervisor: '赵总',
        dueAt: '2026-03-01',
        rule: 'normal',
      },
      { customer: '泰山机械', owner: '韩梅', supervisor: null, dueAt: '2026-03-15', rule: 'prospect' },
      { customerId: '007', customer: '华信贸易', owner: '王芳', dueAt: '2026-03-27', rule: 'key' },
    ]);
    expect(found.funnel).toMatchObject({ won: { count: 1, amount: 20_000 } });
    expect(found.funnel.stages[4]).toEqual({
      stage: 'proposal',
      count: 1,
      amount: 15_000,
      weighted: 9_750,
      withoutAmount: 0,
    });
    expect(found.problems).toEqual([]);
    const { out } = await crm('report', path('zh.xlsx'), '--today', '2026-03-31');
    expect(out).toMatch(
      /截至 2026-03-31[^]*长江电子（应于 2026-03-01 回访，普通客户；李雷 \/ 赵总）[^]*方案报价 .*15,000 .*9,750/,
    );
    expect(out).not.toMatch(/normal|proposal|overdue/);
    const listed = read('zh.problems.csv');
    expect(listed).toContain('opportunities,1,备用列,备用列,unmappedHeader,未识别列“备用列”，已忽略。');
    expect(listed).toContain('赵总,createdRecord');
  });

  it('should let one map speak about all files of a table', async () => {
    const map = {
      customers: {
        columns: { Firma: 'name', Betreuer: 'ownerId', Geheim: null },
        values: { lifecycle: { Schlaeft: 'dormant' } },
      },
    };
    const made = await crm(
      ...['new', path('two.xlsx'), '--map', file('two.json', JSON.stringify(map))],
      ...['--import', `customers=${file('a.csv', 'Firma,Betreuer,Geheim,Status\nEins,Ann,x,Schlaeft\n')}`],
      ...['--import', `customers=${file('b.csv', 'Name,Status\nZwei,Lost\nEins,\n')}`],
    );
    expect([made.code, made.err]).toEqual([0, expect.not.stringContaining('badMap')]);
    const found = await report(path('two.xlsx'));
    expect([found.customers.count, found.problems]).toEqual([3, []]);
    expect(read('two.problems.csv')).not.toMatch(/Geheim|unknownLabel/);
  });
});
