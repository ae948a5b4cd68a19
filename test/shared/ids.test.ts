import { randomIds, sequenceIds } from '../../src/shared/ids';

const feeding =
  (...bodies: number[][]) =>
  (bytes: Uint8Array) => {
    bytes.set(bodies.flat());
    return bytes;
  };

describe('ids', () => {
  it('should mint short text with the prefix', () => {
    expect(randomIds()('C')).toMatch(/^C-[0-9A-HJKMNP-TV-Z]{8}$/);
  });

  it('should mint again when the text would read as a number', () => {
    const ids = randomIds(feeding([1, 2, 3, 4, 5, 6, 7, 8], [1, 2, 3, 14, 5, 6, 7, 8], [1, 2, 3, 10, 5, 6, 7, 8]));

    expect(ids('C')).toBe('C-123A5678');
  });

  it('should count per prefix in tests', () => {
    const ids = sequenceIds();

    expect([ids('C'), ids('O'), ids('C')]).toEqual(['C-1', 'O-1', 'C-2']);
  });
});
