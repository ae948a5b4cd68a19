/** 4 MB: Excel's own limit for the slices of `getFileAsync`. */
const LARGEST_SLICE = 4194304;

interface Slice {
  data: number[];
  index: number;
  size: number;
}

type Answer<T> = (result: {
  status: string;
  value?: T;
  error?: { code: number; name: string; message: string };
}) => void;

/** The `Office.File` that `document.getFileAsync` gives: the workbook in slices, until it is closed. */
function openFile(bytes: Uint8Array, sliceSize: number) {
  const sliceAt = (index: number): Slice => {
    const data = [...bytes.subarray(index * sliceSize, (index + 1) * sliceSize)];
    return { data, index, size: data.length };
  };
  const sliceCount = Math.ceil(bytes.length / sliceSize);
  return {
    size: bytes.length,
    sliceCount,
    getSliceAsync(index: number, answer: Answer<Slice>) {
      if (index >= 0 && index < sliceCount) answer({ status: 'succeeded', value: sliceAt(index) });
      else answer({ status: 'failed', error: OUT_OF_RANGE });
    },
    closeAsync: (answer?: Answer<void>) => answer?.({ status: 'succeeded' }),
  };
}

/** Codes of the common API: docs "Office.js error codes". */
const OUT_OF_RANGE = { code: 5008, name: 'Data Read Error', message: 'The slice index is out of range.' };
const UNSUPPORTED = { code: 5012, name: 'Format Error', message: 'The requested file type is not supported.' };

/** `document.getFileAsync`: only the compressed form exists for workbooks here. */
export async function getFile(save: () => Promise<Uint8Array>, type: unknown, args: unknown[]): Promise<void> {
  const answer = args.find((arg) => typeof arg === 'function') as Answer<ReturnType<typeof openFile>> | undefined;
  const { sliceSize = LARGEST_SLICE } = (typeof args[0] === 'object' && args[0] !== null ? args[0] : {}) as {
    sliceSize?: number;
  };
  if (type !== 'compressed') return answer?.({ status: 'failed', error: UNSUPPORTED });
  const bytes = await save();
  answer?.({ status: 'succeeded', value: openFile(bytes, Math.min(sliceSize, LARGEST_SLICE)) });
}
