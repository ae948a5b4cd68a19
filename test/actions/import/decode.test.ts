import { decodeText, sniff } from '../../../src/actions/import/decode';
import { bytesOf, importDeals } from './fixtures';

const file = (...bytes: number[]) => ({ fileName: 'f', bytes: Uint8Array.from(bytes) });
const utf16 = (text: string) => [...Buffer.from(text, 'utf16le')];
/** 客户,阶段 in GB18030. */
const gb18030 = [0xbf, 0xcd, 0xbb, 0xa7, 0x2c, 0xbd, 0xd7, 0xb6, 0xce];

describe('decode', () => {
  it.each([
    ['utf-8', [...bytesOf('客户,阶段')]],
    ['utf-8', [0xef, 0xbb, 0xbf, ...bytesOf('客户,阶段')]],
    ['utf-16le', [0xff, 0xfe, ...utf16('客户,阶段')]],
    ['utf-16be', [0xfe, 0xff, ...Buffer.from(utf16('客户,阶段')).swap16()]],
    ['gb18030', gb18030],
  ])('should read %s', (encoding, bytes) => {
    expect(decodeText(file(...bytes))).toEqual({ text: '客户,阶段', encoding });
  });

  it('should import a file that Excel in China saved', async () => {
    expect((await importDeals(Uint8Array.from(gb18030))).mapped).toHaveLength(2);
  });

  it('should refuse bytes that no encoding explains, until a person names one', () => {
    const latin = file(...Buffer.from('Café,Zürich', 'latin1'));

    expect(() => decodeText(latin)).toThrow(expect.objectContaining({ code: 'unknownEncoding' }));
    expect(() => decodeText(latin, 'no such encoding')).toThrow(expect.objectContaining({ code: 'unknownEncoding' }));
    expect(decodeText(latin, 'windows-1252').text).toBe('Café,Zürich');
  });

  it.each([
    ['emptyFile', []],
    ['notTabular', [...bytesOf('%PDF-1.7')]],
    ['notTabular', [0x89, 0x50, 0x4e, 0x47, 0x0d]],
    ['notTabular', [0xff, 0xd8, 0xff, 0xe0]],
    ['notTabular', [0x61, 0x00, 0x62]],
  ])('should answer %s to %p', (code, bytes) => {
    expect(() => sniff(file(...bytes))).toThrow(expect.objectContaining({ code }));
  });

  it('should go by content, not by name', () => {
    expect([sniff(file(0x50, 0x4b, 3, 4)), sniff(file(0x50))]).toEqual(['xlsx', 'csv']);
  });
});
