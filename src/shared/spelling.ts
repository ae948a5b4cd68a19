import { Converter } from 'opencc-js/t2cn';
import { pinyin } from 'pinyin-pro';

const simplify = Converter({ from: 't', to: 'cn' });

/** Two dictionaries, so they are loaded only where Chinese names are compared. */
export const spelling = {
  /** A text in simplified characters. */
  simplified: (text: string): string => simplify(text),
  /** How a Chinese name sounds, without tones. */
  sound: (name: string): string => pinyin(name, { toneType: 'none', type: 'array' }).join(''),
};
