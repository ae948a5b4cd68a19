import { createHost } from '../../../host';

/** What a person chose in a page's file inputs. */
export interface ChosenFile {
  name: string;
  type: string;
  bytes: Uint8Array;
}

/** One grey pixel. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mOor6//DwAFhAKAjM1mJgAAAABJRU5ErkJggg==';

const PICTURE = /image|picture|photo/i;

/** A stand-in for the file a page asks for: a picture where it speaks of pictures, else a workbook with one sheet. */
export async function standInFile(html: string): Promise<ChosenFile> {
  if (PICTURE.test(html)) {
    return { name: 'picture.png', type: 'image/png', bytes: new Uint8Array(Buffer.from(PIXEL, 'base64')) };
  }
  const host = await createHost();
  host.userEdit('Sheet1', 'A1', 'From the chosen file');
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return { name: 'book.xlsx', type, bytes: await host.save() };
}
