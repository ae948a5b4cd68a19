import { pinyin } from 'pinyin-pro';
import { speller } from '../../src/crm/pinyin';
import { optionEntries, searchOptions, type RecordOption } from '../../src/taskpane/recordOptions';

const spell = speller((character) => pinyin(character, { multiple: true, toneType: 'none', type: 'array', v: true }));
const optionsOf = (names: readonly string[]): RecordOption[] =>
  names.map((name, at) => ({ id: `C-${at}`, name, detail: '' }));

describe('the choice of a customer', () => {
  const options = optionsOf(['Grand Alder', '赤杉大酒店', 'Alder Hotel', 'Café Noir']);
  const found = (text: string, limit = 30) =>
    searchOptions(options, optionEntries(options), { text, limit, spell }).map(({ name }) => name);

  it.each([
    ['csdjd', ['赤杉大酒店']],
    ['chishan', ['赤杉大酒店']],
    ['cafe', ['Café Noir']],
    ['c-2', ['Alder Hotel']],
    ['alder', ['Alder Hotel', 'Grand Alder']],
    ['nobody', []],
  ])('should find by "%s" what the search finds, the best first', (text, names) => {
    expect(found(text)).toEqual(names);
  });

  it('should show the first customers before anything is typed', () => {
    expect(found(' ', 2)).toEqual(['Grand Alder', '赤杉大酒店']);
  });

  it('should look up each character once, however many names have it and letters are typed', () => {
    const many = optionsOf(Array.from({ length: 500 }, (_, at) => `杭州第${at}云启机器人有限公司`));
    const entries = optionEntries(many);
    const lookedUp: string[] = [];
    const counting = speller((character) => {
      lookedUp.push(character);
      return pinyin(character, { multiple: true, toneType: 'none', type: 'array', v: true });
    });

    const found = [...'yunqijqr'].map(
      (_, at) => searchOptions(many, entries, { text: 'yunqijqr'.slice(0, at + 1), limit: 30, spell: counting }).length,
    );

    expect(found.at(-1)).toBe(30);
    expect([...lookedUp].sort()).toEqual([...new Set('杭州第云启机器人有限公司')].sort());
  });
});
