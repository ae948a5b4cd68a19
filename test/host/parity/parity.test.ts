import { createHost, type RuleVariant } from '../../../src/host';
import { compareParity } from '../../../src/host/parity/compare';
import { probes } from '../../../src/host/parity/probes';
import { runProbes, type ParityRecord } from '../../../src/host/parity/run';

const nowhere = { host: 'Excel', platform: 'test', version: '0' };

async function recordOf(variant: RuleVariant): Promise<ParityRecord> {
  const host = await createHost({ variant });
  const { Excel } = await host.connect();
  const record = await runProbes(Excel, nowhere, { patience: 20 });
  expect(host.workbook.sheets.map(({ name }) => name)).toEqual(['Sheet1']);
  return record;
}

describe('parity with a real Excel', () => {
  let usual: ParityRecord;
  let pessimistic: ParityRecord;

  beforeAll(async () => {
    usual = await recordOf('usual');
    pessimistic = await recordOf('pessimistic');
  }, 60_000);

  it('should have an answer to every question on the host, and none may be a failure of the probe', () => {
    const failed = Object.entries(usual.answers).filter(
      ([, answer]) => answer !== null && typeof answer === 'object' && 'error' in answer,
    );

    expect(Object.keys(usual.answers)).toEqual(probes.map(({ id }) => id));
    expect(failed).toEqual([]);
  });

  it('should tell an Excel that is as assumed from one that follows the other reading', () => {
    const verdicts = (real: ParityRecord) =>
      Object.fromEntries(compareParity(real, usual, pessimistic).map(({ id, verdict }) => [id, verdict]));

    expect(new Set(Object.values(verdicts(usual)))).toEqual(new Set(['same']));
    expect(verdicts(pessimistic)).toMatchObject({
      'null-and-empty': 'same',
      'grow-edge-empty': 'pessimistic',
      'calculated-column-new-row': 'pessimistic',
    });
  });

  it('should name what Excel does otherwise, and what was not asked', () => {
    const answers: ParityRecord['answers'] = { ...usual.answers, 'wrong-shape': 'ok' };
    const { [probes[0]!.id]: _left, ...rest } = answers;

    const rows = compareParity({ ...usual, answers: rest }, usual, pessimistic);

    expect(rows.filter(({ verdict }) => verdict !== 'same').map(({ id, verdict }) => [id, verdict])).toEqual([
      [probes[0]!.id, 'notAsked'],
      ['wrong-shape', 'differs'],
    ]);
  });
});
