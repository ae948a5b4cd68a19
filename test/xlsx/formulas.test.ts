import { addPrefixes, removePrefixes } from '../../src/xlsx/package/prefixes';
import { syntaxError } from '../../src/xlsx/package/grammar';
import { shiftFormula } from '../../src/xlsx/read/shift';

describe('prefixes that files store', () => {
  it.each([
    ['MAXIFS(A:A,B:B,1)+IF(1,2)', '_xlfn.MAXIFS(A:A,B:B,1)+IF(1,2)'],
    ['SORT(FILTER(A1:A3,B1:B3))', '_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A1:A3,B1:B3))'],
    ['SUM(STDEV.S(A1),AGGREGATE(9,6,B1))', 'SUM(_xlfn.STDEV.S(A1),_xlfn.AGGREGATE(9,6,B1))'],
    ['CRM.TIER(T[[#This Row],[A]])', '_xldudf_CRM_TIER(T[[#This Row],[A]])'],
    [
      'LET(rate,0.2,net,A1/(1+rate),net*rate)',
      '_xlfn.LET(_xlpm.rate,0.2,_xlpm.net,A1/(1+_xlpm.rate),_xlpm.net*_xlpm.rate)',
    ],
    ['MAP(A1:A3,LAMBDA(x,x*2))', '_xlfn.MAP(A1:A3,_xlfn.LAMBDA(_xlpm.x,_xlpm.x*2))'],
  ])('should store %s as %s and show it again', (shown, stored) => {
    expect(addPrefixes(shown)).toBe(stored);
    expect(addPrefixes(stored)).toBe(stored);
    expect(removePrefixes(stored)).toBe(shown);
  });

  it.each([
    '"IFS(1)"&A1',
    "'IFS(x)'!A1",
    'T[IFS(a)]',
    "T[[#This Row],[a']IFS(b)]]",
    'ifs_total+MAXIFS',
    'NETWORKDAYS.INTL(A1,B1)',
  ])('should leave %s alone', (formula) => {
    expect(addPrefixes(formula)).toBe(formula);
  });
});

describe('the shape of formulas', () => {
  it.each([
    "Deals[[#This Row],[Weighted '[#']]]*-2%",
    'IF(A1<>"",IFERROR(INDEX(T[],MATCH(1,T[x],0),2),"say ""hi"""),)',
    "SUM('It''s'!$A$1:B2,{1,2;-3,\"x\"},#REF!)>=1E-5",
    'T[[A]:[B]]',
    'NOW()',
    'LAMBDA(x,x)(1)',
    '客户[金额]&客户名',
  ])('should accept %s', (formula) => expect(syntaxError(formula)).toBeUndefined());

  it.each(['', 'SUM(A1', 'A1+', 'A1 B1', '"open', 'T[open', 'SUM(A1))', '*2', 'IF(1;2)', '{1,2', 'a b c (('])(
    'should refuse %p',
    (formula) => expect(syntaxError(formula)).toBeDefined(),
  );
});

describe('shifted references', () => {
  it.each([
    ['A1+$A1+A$1+$A$1', 'B3+$A3+B$1+$A$1'],
    ['SUM(A:B)+SUM(1:2)+SUM($A:$A)', 'SUM(B:C)+SUM(3:4)+SUM($A:$A)'],
    ["'A1'!B2&Data1!C3", "'A1'!C4&Data1!D5"],
    ['LOG10(A1)+T[A1]+"A1"', 'LOG10(B3)+T[A1]+"A1"'],
    ['10:10', '12:12'],
  ])('should move %s to %s', (formula, shifted) => {
    expect(shiftFormula(formula, 2, 1)).toBe(shifted);
  });
});
