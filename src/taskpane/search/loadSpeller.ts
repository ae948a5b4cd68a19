import { speller } from '../../crm/pinyin';
import type { Spell } from '../../crm/search';
import { script } from '../script';

/** Spells Chinese names. The dictionary is large: it comes when somebody types letters and there are Chinese names. */
export async function loadSpeller(): Promise<Spell> {
  const { pinyin } = await script(() => import('pinyin-pro'));
  return speller((character) => pinyin(character, { multiple: true, toneType: 'none', type: 'array', v: true }));
}
