import { JSDOM } from 'jsdom';
import { schemaVersion } from '../../src/template/load';
import { browserLayouts } from '../../src/workbook/layoutStore';
import type { RememberedLayout } from '../../src/workbook/rememberedLayout';

const meta = { id: 'meta', name: 'CRM_Meta', captions: ['Kind'], columnIds: ['kind'], rows: 1, renamed: [] };
const layout: RememberedLayout = {
  ...{ version: schemaVersion, identity: 'W-1', metaSheet: '~meta~', meta: '[]' },
  tables: [meta],
};

describe('layouts in the storage of a browser', () => {
  const storage = () => globalThis.localStorage;

  beforeEach(() => {
    jest.useFakeTimers();
    Object.assign(globalThis, { localStorage: new JSDOM('', { url: 'https://crm.example.com/' }).window.localStorage });
  });
  afterEach(() => {
    jest.useRealTimers();
    Reflect.deleteProperty(globalThis, 'localStorage');
  });

  const saved = (place: string, kept: RememberedLayout | null = layout) => {
    browserLayouts('', place).save(kept);
    jest.runAllTimers();
  };

  it('should be given to the next opening of the same workbook, and to no other', () => {
    saved('https://example.com/a.xlsx');

    expect(browserLayouts('', 'https://example.com/a.xlsx').load()).toEqual(layout);
    expect(browserLayouts('', 'https://example.com/b.xlsx').load()).toBeNull();
    expect(browserLayouts('tenant', 'https://example.com/a.xlsx').load()).toBeNull();
  });

  it('should be kept for a few workbooks, the present one among them', () => {
    for (let book = 0; book < 20; book += 1) saved(`https://example.com/${book}.xlsx`);

    expect(storage()).toHaveLength(5);
    expect(browserLayouts('', 'https://example.com/19.xlsx').load()).toEqual(layout);
  });

  it.each([
    'no JSON',
    '1',
    JSON.stringify({ ...layout, version: schemaVersion + 1 }),
    JSON.stringify({ ...layout, tables: [] }),
    JSON.stringify({ ...layout, tables: [{ ...meta, captions: [] }] }),
  ])('should be nothing when storage holds %s', (text) => {
    saved('https://example.com/a.xlsx');
    storage().setItem(storage().key(0)!, text);

    expect(browserLayouts('', 'https://example.com/a.xlsx').load()).toBeNull();
  });

  it('should be forgotten where storage is blocked or a layout cannot be told again', () => {
    saved('https://example.com/a.xlsx');
    saved('https://example.com/a.xlsx', null);
    expect(storage()).toHaveLength(0);
    Reflect.deleteProperty(globalThis, 'localStorage');

    expect(() => saved('https://example.com/a.xlsx')).not.toThrow();
    expect(browserLayouts('', 'https://example.com/a.xlsx').load()).toBeNull();
  });
});
