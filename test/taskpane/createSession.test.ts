import { sequenceIds } from '../../src/shared/ids';
import { createSession } from '../../src/taskpane/createSession';
import { FakeHome, today } from './fakeHome';
import { records } from './records';

describe('createSession', () => {
  it('should spare what the table already held when an import is taken back', async () => {
    const home = new FakeHome({ language: 'en', installed: true }, records('en'));
    const session = createSession(home, {
      clock: () => today,
      now: () => today + 0.625,
      theme: () => null,
      show: async () => undefined,
      ids: sequenceIds(),
    });
    const before = await session.read();
    const bytes = new TextEncoder().encode('Customer ID,Customer\nC-2,Blue Ridge Labs\nC-77,Newcomer\n');

    const prepared = await session.prepareImport(before, 'customers', { fileName: 'customers.csv', bytes }, {});
    const done = await session.runImport(prepared, {});
    const imported = (await session.read()).tables.customers!.columns.id;
    await session.undo(done);

    expect(imported).toContain('C-77');
    expect((await session.read()).tables.customers!.columns.id).toEqual(before.tables.customers!.columns.id);
  });
});
