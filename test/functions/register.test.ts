import { registerFunctions } from '../../src/functions/register';

/** Excel's side of the functions: what it is handed, and what it is thrown. */
function fakeExcel(displayLanguage: string) {
  const associated: Record<string, (...cells: unknown[]) => unknown> = {};
  class CellError {
    constructor(
      readonly code: string,
      readonly message?: string,
    ) {}
  }
  Object.assign(globalThis, {
    Office: { context: { displayLanguage } },
    CustomFunctions: {
      associate: (id: string, implementation: () => unknown) => (associated[id] = implementation),
      Error: CellError,
      ErrorCode: { invalidValue: '#VALUE!', notAvailable: '#N/A', invalidNumber: '#NUM!' },
    },
  });
  return associated;
}

const thrownBy = (run: () => unknown) => {
  try {
    return run();
  } catch (error) {
    return { ...(error as object) };
  }
};

describe('registerFunctions', () => {
  it('should explain wrong input in the language of Excel', () => {
    const excel = fakeExcel('zh-CN');
    registerFunctions();

    const result = thrownBy(() => excel.OVERDUE!('soon', 46_000));

    expect(result).toEqual({ code: '#VALUE!', message: 'nextDue：“soon”不是日期。' });
  });

  it('should give #NUM! without a text, because Excel refuses one there', () => {
    const excel = fakeExcel('en-US');
    registerFunctions();

    expect(thrownBy(() => excel.ROI!(10, -5))).toEqual({ code: '#NUM!', message: undefined });
  });
});
