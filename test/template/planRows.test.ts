import { placesFor } from '../../src/template/planRows';

describe('places of new rows', () => {
  it('should go behind the last row of their group, new groups behind everything', () => {
    const places = placesFor(['a', 'a', 'b'], ['a', 'c', 'b', 'c']);

    expect(places).toEqual([
      { at: 2, count: 1, blank: 0, rows: [0] },
      { at: 3, count: 3, blank: 0, rows: [2, 1, 3] },
    ]);
  });

  it('should fill the blank rows that a cut has left before more are made', () => {
    const places = placesFor(['a', null, null, 'b', null], ['a', 'c', 'c']);

    expect(places).toEqual([
      { at: 1, count: 1, blank: 1, rows: [0] },
      { at: 4, count: 2, blank: 1, rows: [1, 2] },
    ]);
  });

  it('should start in the blank row of an empty table', () => {
    expect(placesFor([null], ['a', 'b'])).toEqual([{ at: 0, count: 2, blank: 1, rows: [0, 1] }]);
  });
});
