import { pinyin } from 'pinyin-pro';
import { speller } from '../../src/crm/pinyin';
import { search, searchEntry, searchName, type SearchEntry } from '../../src/crm/search';

const spell = speller((character) => pinyin(character, { multiple: true, toneType: 'none', type: 'array', v: true }));

interface Given {
  readonly table?: string;
  readonly row?: number;
  readonly id?: string | null;
  readonly others?: readonly string[];
  readonly phones?: readonly string[];
}

const record = (name: string, { table = 'customers', row = 0, id = null, ...more }: Given = {}): SearchEntry =>
  searchEntry({ table, row, id }, { name: searchName(name), ...more });

const found = (entries: readonly SearchEntry[], text: string) =>
  search(entries, text, spell).flatMap((group) =>
    group.records.map((hit) => entries.find((entry) => entry.record === hit)!.name!.key),
  );

describe('search', () => {
  it.each([
    ['in another case', 'Acme Robotics', 'aCME'],
    ['without accents', 'Blue Heron Cafés', 'cafes'],
    ['with accents that it has not', 'Blue Heron Cafes', 'cafés'],
    ['in full width', 'ＡＣＭＥ（中国）', 'acme(中国'],
    ['in half-width kana', 'ｶﾌｪ', 'カフェ'],
    ['by words in any order', 'Alder Grand Hotel', 'hotel alder'],
    ['in Chinese', '杭州云启机器人', '云启'],
    ['by initials', '杭州云启', 'hzyq'],
    ['by syllables', '杭州云启', 'hangzhouyunqi'],
    ['by syllables and initials mixed', '杭州云启', 'hzyunq'],
    ['by pinyin with an unfinished end', '杭州云启', 'hangzhouyu'],
    ['by pinyin of its middle', '杭州云启', 'yunqi'],
    ['with characters of several readings', '重庆银行', 'chongqingyinhang'],
    ['by their initials', '重庆银行', 'cqyh'],
    ['with the reading of a surname', '单小乐', 'shanxiaoyue'],
    ['with ü typed as v', '绿源', 'lvyuan'],
    ['with signs inside', '杭州（云启）', 'hzyq'],
    ['with Latin letters inside', '上海ABC科技', 'shabckj'],
  ])('should find a name %s', (_, name, typed) => {
    expect(found([record('另一个'), record(name), record('Other')], typed)).toEqual([searchName(name).key]);
  });

  it('should do without pinyin until it is there, and not find sounds that a name has not', () => {
    expect(search([record('杭州云启')], 'hzyq')).toEqual([]);
    expect(found([record('杭州云启')], 'hzqy')).toEqual([]);
    expect(found([record('杭州云启')], 'hx')).toEqual([]);
  });

  it.each([
    ['an id', { id: 'C-7F3K9QXA' }, 'c-7f3k9qxa'],
    ['an id without its sign', { id: 'C-7F3K9QXA' }, 'C7F3K'],
    ['an e-mail address', { others: ['Ana@Example.com'] }, 'ana@ex'],
    ['a credit code', { others: ['91330567MA28388330'] }, 'ma2838'],
    ['a telephone number in groups', { phones: ['138-0013-8000'] }, '138 0013 8000'],
    ['a part of a number, otherwise written', { phones: ['+86 (10) 5555-0110'] }, '55550110'],
    ['a number in full width', { phones: ['１３８００１３８０００'] }, '13800138'],
  ])('should find %s', (_, more, typed) => {
    expect(found([record('Other'), record('Acme', more)], typed)).toEqual(['acme']);
  });

  it('should put the best first: id, name, beginning, word, middle, other cells', () => {
    const names = ['Great alder', 'Walder', 'Of others', 'Alder Hotel', 'Alder', 'Of id'];
    const records = names.map((name, row) =>
      record(name, { row, id: name === 'Of id' ? 'alder' : null, others: name === 'Of others' ? ['alder'] : [] }),
    );

    expect(found(records, 'alder')).toEqual(['of id', 'alder', 'alder hotel', 'great alder', 'walder', 'of others']);
  });

  it('should keep tables apart in their order, and find nothing for a blank text', () => {
    const entries = [record('Pump'), record('Pump', { table: 'products' }), record('Pumps')];

    expect(search(entries, 'pump').map(({ table, records }) => [table, records.length])).toEqual([
      ['customers', 2],
      ['products', 1],
    ]);
    expect(search(entries, '   ')).toEqual([]);
  });

  it('should come to an end on names made to be slow', () => {
    const entries = [record('嗯啊'.repeat(16_000))];

    expect(search(entries, `${'na'.repeat(40)}z`, spell)).toEqual([]);
  });

  it('should spell a name once for each letter typed, however many records have it', () => {
    const name = searchName('杭州云启');
    const entries = Array.from({ length: 1_000 }, (_, row) =>
      searchEntry({ table: 'orders', row, id: `O-${row}` }, { of: name }),
    );
    const spelled: string[] = [];

    const [{ records } = { records: [] }] = search(entries, 'hzyq', (text) => {
      spelled.push(text);
      return spell(text);
    });

    expect([records.length, spelled]).toEqual([1_000, ['杭州云启']]);
  });
});
