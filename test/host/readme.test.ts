import { readFileSync } from 'node:fs';
import { createHost } from '../../src/host';

type Run = (create: typeof createHost, output: { log(value: unknown): void }) => Promise<void>;

/** The first lines of code in the readme, as a function of what they import and print to. */
function readmeExample(): { lines: string[]; run: Run } {
  const text = readFileSync('src/host/README.md', 'utf8');
  const code = /```ts\n([\s\S]*?)```/.exec(text)![1]!;
  const body = code.replace(/^import .*$/m, '');
  const AsyncFunction = Object.getPrototypeOf(async () => undefined).constructor as new (...parts: string[]) => Run;
  const lines = code.split('\n').filter((line) => line.trim() !== '');
  return { lines, run: new AsyncFunction('createHost', 'console', body) };
}

describe('the readme of the host', () => {
  it('should show a host in ten lines that work as they stand', async () => {
    const { lines, run } = readmeExample();
    const printed: unknown[] = [];

    await run(createHost, { log: (value) => printed.push(value) });

    expect(lines.length).toBeLessThanOrEqual(10);
    expect(printed).toEqual([42]);
  });
});
