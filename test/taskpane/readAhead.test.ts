import type { Opened, RunOptions } from '../../src/actions/home';
import { readAhead } from '../../src/taskpane/readAhead';
import type { Needs } from '../../src/template/needs';

const today: Needs = { customers: ['name'] };
const funnel: Needs = ['opportunities'];
const opened = {} as Opened;

/** A home that notes how it was opened; each opening ends when the test says so. */
function stage() {
  const openings: { needs: Needs | undefined; options: RunOptions; end: (failure?: unknown) => void }[] = [];
  const open = (needs?: Needs, options: RunOptions = {}) =>
    new Promise<Opened>((resolve, reject) => {
      const end = (failure?: unknown) => (failure === undefined ? resolve(opened) : reject(failure));
      openings.push({ needs, options, end });
    });
  return { openings, home: { open } };
}

describe('readAhead', () => {
  it('should hand its reading, with progress and cancel, to the first who asks for the same', async () => {
    const { openings, home } = stage();
    const open = readAhead(home, today);
    const controller = new AbortController();
    const told: unknown[] = [];

    const reading = open(today, { signal: controller.signal, onProgress: (progress) => told.push(progress) });
    openings[0]!.options.onProgress!({ done: 1, total: 2, label: 'read' });
    controller.abort('enough');
    openings[0]!.end();

    expect(await reading).toBe(opened);
    expect(openings).toHaveLength(1);
    expect(told).toEqual([{ done: 1, total: 2, label: 'read' }]);
    expect(openings[0]!.options.signal!.reason).toBe('enough');
  });

  it('should give up its reading when something else is wanted', () => {
    const { openings, home } = stage();

    void readAhead(home, today)(funnel);

    expect(openings.map(({ needs }) => needs)).toEqual([today, funnel]);
    expect(openings[0]!.options.signal!.aborted).toBe(true);
  });

  it('should read anew the second time', async () => {
    const { openings, home } = stage();
    const open = readAhead(home, today);
    openings[0]!.end();
    await open(today);

    void open(today);

    expect(openings).toHaveLength(2);
  });

  it('should tell why it failed to whoever opens', async () => {
    const { openings, home } = stage();
    const open = readAhead(home, today);

    openings[0]!.end(new Error('busy'));

    await expect(open(today)).rejects.toThrow('busy');
  });
});
