import { type FaultPlan, type HostClient, seededFaults } from '../../src/host';
import { bench, failureOf, runIn } from './session';

/** One request that writes A1, A2 and A3; each takes one action besides those that find the cells. */
const writeThree = (client: HostClient) =>
  runIn(client, async (context, sheet) => {
    [1, 2, 3].forEach((row) => {
      sheet.getRange(`A${row}`).values = [[row]];
    });
    await context.sync();
  });

const columnA = (client: HostClient) =>
  runIn(client, async (context, sheet) => {
    const range = sheet.getRange('A1:A3').load('values');
    await context.sync();
    return range.values.flat();
  });

/** Number of the action that writes the n-th of the three cells. */
async function actionOf(cell: number): Promise<number> {
  for (let action = 1; ; action++) {
    const { host, client } = await bench({ faults: [{ kind: 'cutAfter', sync: 1, action }] });
    await failureOf(writeThree(client));
    if (host.workbook.sheets[0]?.value(cell - 1, 0) === cell) return action;
  }
}

describe('faults on demand', () => {
  it('should answer with the given code, keep what came before and leave the rest undone', async () => {
    const action = await actionOf(2);
    const { client } = await bench({ faults: [{ kind: 'fail', sync: 1, action, code: 'AccessDenied' }] });

    const failure = await failureOf(writeThree(client));

    expect(failure.code).toBe('AccessDenied');
    expect(await columnA(client)).toEqual([1, '', '']);
  });

  it.each([
    ['cutBefore', [1, '', '']],
    ['cutAfter', [1, 2, '']],
  ] as const)('should keep what was executed when the connection is %s an action', async (kind, kept) => {
    const action = await actionOf(2);
    const { client } = await bench({ faults: [{ kind, sync: 1, action }] });

    const failure = await failureOf(writeThree(client));
    const later = await failureOf(columnA(client));
    const reloaded = await client.reload();

    expect([failure.code, later.code]).toEqual(['ConnectionFailure', 'ConnectionFailure']);
    expect(await columnA(reloaded)).toEqual(kept);
  });

  it('should execute everything when only the answer is lost, and go on', async () => {
    const { client } = await bench({ faults: [{ kind: 'answerLost', sync: 1 }] });

    const failure = await failureOf(writeThree(client));

    expect(failure.code).toBe('ConnectionFailure');
    expect(await columnA(client)).toEqual([1, 2, 3]);
  });

  it('should let other clients come in between when a request is delayed', async () => {
    const { host, client } = await bench();
    const other = await host.connect();
    const say = (who: HostClient, text: string) =>
      runIn(who, async (context, sheet) => {
        sheet.getRange('A1').values = [[text]];
        await context.sync();
      });
    host.faults = [{ kind: 'delay', client: client.id, sync: 1, milliseconds: 5 }];

    await Promise.all([say(client, 'first'), say(other, 'second')]);

    expect((await columnA(other))[0]).toBe('first');
  });

  it('should list the requests of an undisturbed run so that each can be cut', async () => {
    const { host, client } = await bench();
    await writeThree(client);
    await columnA(client);

    const log = host.syncLog.map(({ sync, writes }) => [sync, writes]);
    host.faults = [];

    expect(log).toEqual([
      [1, true],
      [2, false],
    ]);
    expect(host.syncLog).toEqual([]);
  });

  it('should disturb the same requests when a seeded plan is replayed from JSON', async () => {
    const plan = seededFaults(7, { rate: 0.4, kinds: ['fail', 'answerLost'], syncs: 20 });
    const outcomes = async (faults: FaultPlan) => {
      const { client } = await bench({ faults });
      const codes: (string | undefined)[] = [];
      for (let i = 0; i < 20; i++) codes.push((await failureOf(writeThree(client))).code);
      return codes;
    };

    const first = await outcomes(plan);
    const replayed = await outcomes(JSON.parse(JSON.stringify(plan)) as FaultPlan);

    expect(replayed).toEqual(first);
    expect(new Set(first)).toEqual(new Set([undefined, 'GeneralException', 'ConnectionFailure']));
  });

  it('should refuse a plan with a fault that there is not', async () => {
    const { host } = await bench();

    const setting = () => (host.faults = [{ kind: 'explode' as 'fail', sync: 1 }]);

    expect(setting).toThrow(/explode/);
  });

  it('should refuse the members of a requirement set that is switched off', async () => {
    const { client } = await bench({ requirementSets: { ExcelApi: '1.8' } });

    const failure = await failureOf(
      client.Excel.run(async (context) => {
        context.workbook.getIsActiveCollabSession();
        await context.sync();
      }),
    );

    expect(client.Office.context.requirements.isSetSupported('ExcelApi', '1.9')).toBe(false);
    expect(failure.code).toBe('ApiNotFound');
  });

  it('should say what it is told to about others editing, else whether there are any', async () => {
    const { host, client } = await bench();
    const isShared = () =>
      client.Excel.run(async (context) => {
        const shared = context.workbook.getIsActiveCollabSession();
        await context.sync();
        return shared.value;
      });

    const alone = await isShared();
    host.collaboration = true;
    const told = await isShared();
    host.collaboration = 'auto';
    await host.connect();

    expect([alone, told, await isShared()]).toEqual([false, true, true]);
  });
});
