import type { HostClient, HostOptions } from '../../src/host';
import { bench, dealsTable, runIn } from './session';

/** A workbook with the table Deals, open in two clients. */
async function shared(options: HostOptions = {}) {
  const { host, client } = await bench(options);
  const other = await host.connect();
  await runIn(client, (_, sheet) => dealsTable(sheet));
  await host.settle();
  return { host, client, other };
}

const write = (client: HostClient, address: string, value: unknown) =>
  runIn(client, async (context, sheet) => {
    sheet.getRange(address).values = [[value]];
    await context.sync();
  });

const append = (client: HostClient, id: string, amount: number) =>
  runIn(client, async (context, sheet) => {
    const table = sheet.tables.getItem('Deals');
    const row = table.getDataBodyRange().getRowsBelow(1);
    row.values = [[id, amount, '=[@Amount]*2']];
    await context.sync();
  });

const deals = (client: HostClient) =>
  runIn(client, async (context, sheet) => {
    const body = sheet.tables.getItem('Deals').getDataBodyRange().load('values');
    await context.sync();
    return body.values;
  });

describe('a client that is offline', () => {
  it('should work on a copy that the others neither see nor disturb', async () => {
    const { client, other } = await shared();

    await client.goOffline();
    await write(client, 'B2', 10);
    await write(other, 'B3', 20);

    expect(await deals(client)).toEqual([
      ['a', 10, 20],
      ['b', 2, 4],
    ]);
    expect(await deals(other)).toEqual([
      ['a', 1, 2],
      ['b', 20, 40],
    ]);
  });

  it('should have its cells merged with those of the others, the last writer winning', async () => {
    const { client, other } = await shared();
    await client.goOffline();
    await write(client, 'B2', 10);
    await write(client, 'A3', 'mine');
    await write(other, 'B3', 20);
    await write(other, 'A3', 'theirs');

    const report = await client.goOnline();

    expect(report).toMatchObject({ written: 2, overwritten: 1, lost: [] });
    expect(client.refreshRecommended).toBe(false);
    for (const each of [client, other])
      expect(await deals(each)).toEqual([
        ['a', 10, 20],
        ['mine', 20, 40],
      ]);
  });

  it.each([
    ['usual', ['a', 'b', 'theirs', 'mine']],
    ['pessimistic', ['a', 'b', 'mine']],
  ] as const)('should meet rows that others added under the %s rules', async (variant, ids) => {
    const { client, other } = await shared({ variant });
    await client.goOffline();
    await append(client, 'mine', 5);
    await append(other, 'theirs', 6);

    await client.goOnline();

    expect((await deals(other)).map(([id]) => id as string)).toEqual(ids);
    expect((await deals(other)).at(-1)).toEqual(['mine', 5, 10]);
  });

  it('should find its cells again where others have moved them', async () => {
    const { client, other } = await shared();
    await client.goOffline();
    await write(client, 'B3', 22);
    await runIn(other, async (context, sheet) => {
      sheet.getRange('1:2').insert('Down');
      await context.sync();
      sheet.tables.getItem('Deals').rows.getItemAt(0).delete();
      await context.sync();
    });

    await client.goOnline();

    expect(await deals(other)).toEqual([['b', 22, 44]]);
  });

  it('should have its deleted and inserted rows merged', async () => {
    const { client, other } = await shared();
    await append(client, 'c', 3);
    await client.goOffline();
    await runIn(client, async (context, sheet) => {
      sheet.tables.getItem('Deals').rows.getItemAt(0).delete();
      await context.sync();
      sheet.tables.getItem('Deals').rows.add(1, [['new', 9, '=[@Amount]*2']]);
      await context.sync();
    });
    await write(other, 'B4', 33);

    await client.goOnline();

    expect(await deals(other)).toEqual([
      ['b', 2, 4],
      ['new', 9, 18],
      ['c', 33, 66],
    ]);
  });

  it('should say that a refresh is recommended when an edit has no place any more', async () => {
    const { client, other } = await shared();
    await client.goOffline();
    await write(client, 'B2', 10);
    await runIn(client, async (context) => {
      context.workbook.worksheets.add('Mine');
      await context.sync();
    });
    await runIn(other, async (context, sheet) => {
      sheet.tables.getItem('Deals').rows.getItemAt(0).delete();
      await context.sync();
    });

    const { lost } = await client.goOnline();

    expect(lost).toHaveLength(2);
    expect(client.refreshRecommended).toBe(true);
    expect((await client.reload()).refreshRecommended).toBe(false);
    expect(await deals(other)).toEqual([['b', 2, 4]]);
  });

  it('should tell that choices and conditional formats set offline are lost, but not those of new rows', async () => {
    const { client } = await shared();
    await runIn(client, async (context, sheet) => {
      sheet.getRange('A2:A3').dataValidation.rule = { list: { inCellDropDown: true, source: 'a,b,mine' } };
      sheet.getRange('B2:B3').conditionalFormats.add('Custom').custom.rule.formula = '=$B2>1';
      await context.sync();
    });
    await client.goOffline();
    await append(client, 'mine', 3);
    const { lost } = await client.goOnline();
    await client.goOffline();
    await runIn(client, async (context, sheet) => {
      sheet.getRange('A3').dataValidation.clear();
      sheet.getRange('B2:B3').conditionalFormats.clearAll();
      await context.sync();
    });

    const { lost: lostThen } = await client.goOnline();

    expect(lost).toEqual([]);
    expect(lostThen).toEqual(['data validations on Sheet1', 'conditional formats on Sheet1']);
    expect(client.refreshRecommended).toBe(true);
  });

  it('should lose rows added with rows.add where others added some, under the pessimistic rules', async () => {
    const { client, other } = await shared({ variant: 'pessimistic' });
    await client.goOffline();
    await runIn(client, async (context, sheet) => {
      sheet.tables.getItem('Deals').rows.add(undefined, [['mine', 9, 18]]);
      await context.sync();
    });
    await append(other, 'theirs', 6);

    await client.goOnline();

    expect((await deals(client)).map(([id]) => id as string)).toEqual(['a', 'b', 'theirs']);
    expect(client.refreshRecommended).toBe(true);
  });

  it('should recommend a refresh when rows.add is used while others edit, under the pessimistic rules', async () => {
    const { client, other } = await shared({ variant: 'pessimistic' });

    await runIn(client, async (context, sheet) => {
      sheet.tables.getItem('Deals').rows.add(undefined, [['mine', 9, 18]]);
      await context.sync();
    });

    expect([client.refreshRecommended, other.refreshRecommended]).toEqual([true, false]);
    expect(await deals(client)).toHaveLength(2);
  });

  it('should tell both sides of the other as remote events when it is back', async () => {
    const { host, client, other } = await shared();
    const heard = { client: [] as string[], other: [] as string[] };
    const listen = (who: HostClient, events: string[]) =>
      runIn(who, async (context, sheet) => {
        sheet.onChanged.add(({ address, source }) => Promise.resolve(void events.push(`${source} ${address}`)));
        await context.sync();
      });
    await listen(client, heard.client);
    await listen(other, heard.other);
    await client.goOffline();
    await write(client, 'B2', 10);
    await write(other, 'B3', 20);
    await host.settle();
    const before = structuredClone(heard);

    await client.goOnline();
    await host.settle();

    expect(before).toEqual({ client: ['Local B2'], other: ['Local B3'] });
    expect(heard.client).toContain('Remote B3');
    expect(heard.other).toContain('Remote B2');
  });
});
