import { decodeText } from '../package/text';
import { walkXml } from '../package/xml';

/** The texts of `xl/sharedStrings.xml` by number; rich text as plain, phonetic guides left out. */
export function readSharedStrings(xml: string | undefined, part: string): string[] {
  const strings: string[] = [];
  if (xml === undefined) return strings;
  let current = '';
  let inText = false;
  let inPhonetic = false;
  walkXml(xml, part, {
    open(name) {
      if (name === 'si') current = '';
      else if (name === 'rPh') inPhonetic = true;
      else if (name === 't') inText = !inPhonetic;
    },
    text(text) {
      if (inText) current += text;
    },
    close(name) {
      if (name === 'si') strings.push(decodeText(current));
      else if (name === 'rPh') inPhonetic = false;
      else if (name === 't') inText = false;
    },
  });
  return strings;
}
