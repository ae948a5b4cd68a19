import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Outcome {
  code: number;
  result: { ok: boolean; buttons?: { id: string; ok: boolean; error?: { code: string } }[]; error: unknown };
}

/** Runs `npm run host`'s command and reads its last line. */
function runHost(...args: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', 'src/cli/host.ts', ...args, '--json'], (error, stdout) =>
      resolve({ code: Number(error?.code ?? 0), result: JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}') }),
    );
  });
}

describe('npm run host with a page', () => {
  let folder: string;
  const file = async (name: string, content: string): Promise<string> => {
    await writeFile(join(folder, name), content);
    return join(folder, name);
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'host-page-'));
  });

  afterAll(() => rm(folder, { recursive: true }));

  it('should click the buttons of a snippet in document order and report each', async () => {
    const { code, result } = await runHost('test/host/scenarios/names.yaml');

    expect(code).toBe(0);
    expect(result.buttons).toEqual(['script', 'add', 'use', 'move'].map((id) => ({ id, ok: true })));
  });

  it('should name the button that failed, whether it threw, was rejected or logged an error', async () => {
    const page = await file('page.html', '<button id="a"></button><button id="b"></button><button id="c"></button>');
    const script = await file(
      'page.mjs',
      `const on = (id, f) => document.getElementById(id).addEventListener('click', f);
       on('a', () => { throw new Error('thrown'); });
       on('b', () => { Excel.run(async (c) => { c.workbook.worksheets.getItem('none').load('name'); await c.sync(); }); });
       on('c', () => console.error('logged'));`,
    );

    const { code, result } = await runHost(script, '--page', page);

    expect(code).toBe(1);
    expect(result.buttons?.map(({ id, error }) => [id, error?.code])).toEqual([
      ['a', 'Error'],
      ['b', 'ItemNotFound'],
      ['c', 'Error'],
    ]);
  });

  it('should end a script that hangs with a coded error', async () => {
    const script = await file('hang.mjs', 'setInterval(() => undefined, 1000); await new Promise(() => undefined);');

    const { code, result } = await runHost(script, '--timeout', '200');

    expect(code).toBe(1);
    expect(result).toMatchObject({ ok: false, error: { code: 'Timeout' } });
  });
});
