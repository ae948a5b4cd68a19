import type { Settings, Snapshot } from '../../src/crm/snapshot';
import { faultySettings } from '../../src/template/settingFaults';

const withSettings = (settings: Settings): Snapshot => ({ tables: {}, problems: [], settings });

describe('settings that cannot be read (C-04)', () => {
  it('should find text, negative numbers and unknown labels where the defaults count instead', () => {
    const settings = { workEnd: 'abc', dormantDays: -5, cadenceBase: 'whenever', asOf: 'today' };

    expect(faultySettings(withSettings(settings)).sort()).toEqual(['asOf', 'cadenceBase', 'dormantDays', 'workEnd']);
  });

  it.each([
    ['en', 'Last due date'],
    ['zh-CN', '上次应访日'],
  ])('should leave alone what fits, blanks and words of their own (%s)', (language, base) => {
    const settings = { language, workEnd: 0.75, dormantDays: null, cadenceBase: base, currency: 'USD', asOf: 46_000 };

    expect(faultySettings(withSettings(settings))).toEqual([]);
  });
});
