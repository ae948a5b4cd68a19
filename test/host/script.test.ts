import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Outcome {
  code: number;
  lines: string[];
}

/** Runs a script with `npm run host`'s command; one that had to be killed has no code of its own: 1. */
function runScript(script: string, ...args: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', 'src/cli/host.ts', script, ...args], (error, stdout) =>
      resolve({ code: error ? Number(error.code ?? 1) : 0, lines: stdout.trim().split('\n') }),
    );
  });
}

describe('host script runner', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'host-'));
  });

  afterAll(() => rm(folder, { recursive: true }));

  it('should run a module, save the workbook and open it again', async () => {
    const [write, read, file] = ['write.mjs', 'read.mjs', 'book.xlsx'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    await writeFile(
      write,
      `await Excel.run(async (c) => { c.workbook.worksheets.getFirst().getRange('A1:A2').values = [[20], ['=A1+1']]; });`,
    );
    await writeFile(
      read,
      `const cells = await Excel.run(async (c) => { const r = c.workbook.worksheets.getFirst().getRange('A2').load('values,formulas'); await c.sync(); return [r.values, r.formulas]; });
       console.log(JSON.stringify(cells));`,
    );

    const saved = await runScript(write, '--save', file, '--json');
    const opened = await runScript(read, '--open', file, '--json');

    expect(JSON.parse(saved.lines.at(-1) ?? '')).toMatchObject({ ok: true, syncs: 1, error: null });
    expect(opened.lines[0]).toBe('[[[21]],[["=A1+1"]]]');
    expect([saved.code, opened.code]).toEqual([0, 0]);
  });

  it('should end with exit code 1 and the coded error when a script fails', async () => {
    const script = join(folder, 'fail.mjs');
    await writeFile(
      script,
      `Excel.run(async (c) => { c.workbook.worksheets.getItem('none').load('name'); await c.sync(); });`,
    );

    const { code, lines } = await runScript(script, '--json');

    expect(code).toBe(1);
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({
      ok: false,
      error: { code: 'ItemNotFound', debugInfo: { errorLocation: 'WorksheetCollection.getItem' } },
    });
  });

  it('should end with a coded timeout when a script never comes back', async () => {
    const script = join(folder, 'endless.mjs');
    await writeFile(script, `await Excel.run(async (context) => { await context.sync(); for (;;); });`);

    const { code, lines } = await runScript(script, '--timeout', '500', '--json');

    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ ok: false, error: { code: 'Timeout' } });
    expect(code).not.toBe(0);
  });
});
