import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareWithExcel } from '../../../src/cli/host/parity';
import { createHost } from '../../../src/host';
import { runProbes } from '../../../src/host/parity/run';

const file = join(mkdtempSync(join(tmpdir(), 'parity-')), 'answers.json');

async function recorded(change: Record<string, string>): Promise<string> {
  const host = await createHost();
  const { Excel } = await host.connect();
  const record = await runProbes(Excel, { host: 'Excel', platform: 'PC', version: '16.0' }, { patience: 20 });
  writeFileSync(file, JSON.stringify({ ...record, answers: { ...record.answers, ...change } }));
  return file;
}

describe('host --parity', () => {
  let printed: string;
  beforeEach(() => {
    printed = '';
    jest.spyOn(console, 'log').mockImplementation((text: string) => void (printed += text));
  });
  afterEach(() => jest.restoreAllMocks());

  it('should be content with an Excel that answers as the host does', async () => {
    const agrees = await compareWithExcel(await recorded({}), false);

    expect(agrees).toBe(true);
    expect(printed).toMatch(/^Excel PC 16\.0: (\d+) of \1 as assumed\.$/);
  });

  it('should fail and show both answers when Excel answers otherwise', async () => {
    const agrees = await compareWithExcel(await recorded({ 'wrong-shape': 'ok' }), false);

    expect(agrees).toBe(false);
    expect(printed).toContain('NOT as assumed: wrong-shape');
    expect(printed).toContain('Excel: "ok"\n  host:  "InvalidArgument"');
  });
});
