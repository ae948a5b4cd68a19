import { amongText, joined } from '../../src/taskpane/inText';

const [isolate, pop] = ['\u2068', '\u2069'];

describe('a cell among other text', () => {
  it('should stand as it is when nothing in it turns the direction', () => {
    expect(joined(['Acme “GmbH” 中文 😀', null, '', undefined, 'b'])).toBe('Acme “GmbH” 中文 😀 · b');
  });

  it.each([
    ['an override that is left open', '\u202EABC', '\u202EABC'],
    ['right-to-left letters', 'שלום 9', 'שלום 9'],
    ['an isolate that is left open', '\u2067ABC', `\u2067ABC${pop}`],
    ['a closer of nothing', `${pop}ABC\u2066D${pop}`, `ABC\u2066D${pop}`],
  ])('should turn only itself: %s', (_, cell, inside) => {
    const t = amongText((key, values) => `${key} "${values!.name}" ${values!.count}`);

    expect(joined([cell, '$5'])).toBe(`${isolate}${inside}${pop} · $5`);
    expect(t('Visit', { name: cell, count: 5 })).toBe(`Visit "${isolate}${inside}${pop}" 5`);
  });

  it('should be its beginning, closed, when the cell is full', () => {
    expect(joined([`\u2067${'x'.repeat(32_000)}`])).toMatch(/^\u2068\u2067x{239}…\u2069\u2069$/);
  });
});
