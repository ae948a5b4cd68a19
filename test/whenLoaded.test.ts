import { JSDOM } from 'jsdom';
import { whenLoaded } from '../src/whenLoaded';

/** What webpack rejects with when a script does not arrive. */
const missing = () => Object.assign(new Error('Loading chunk pane failed.'), { name: 'ChunkLoadError' });

describe('the page of the add-in', () => {
  const { window } = new JSDOM('<main hidden><button></button></main>');
  const notice = window.document.querySelector('main')!;
  const soon = () => new Promise((resolve) => setTimeout(resolve));

  beforeAll(() => Object.assign(globalThis, { window }));
  afterAll(() => Reflect.deleteProperty(globalThis, 'window'));

  it('should say that the pane did not arrive, and open it once it can be loaded', async () => {
    const open = jest.fn<Promise<void>, []>().mockRejectedValueOnce(missing()).mockRejectedValueOnce(missing());
    open.mockResolvedValue(undefined);
    const opened = whenLoaded(open, notice);
    await soon();
    expect(notice.hidden).toBe(false);

    window.dispatchEvent(new window.Event('online'));
    await soon();
    expect(notice.hidden).toBe(false);
    notice.querySelector('button')!.click();
    await opened;

    expect(notice.hidden).toBe(true);
    expect(open).toHaveBeenCalledTimes(3);
  });

  it('should not take another failure for a missing script', async () => {
    await expect(whenLoaded(() => Promise.reject(new Error('a bug')), notice)).rejects.toThrow('a bug');
  });
});
