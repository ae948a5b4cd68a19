import { escapeText } from '../package/text';
import { xmlHeader } from '../package/xml';

/** Every distinct text of the book once; cells hold its number. */
export class SharedStrings {
  private readonly ids = new Map<string, number>();
  private uses = 0;

  get size(): number {
    return this.ids.size;
  }

  id(text: string): number {
    this.uses++;
    const known = this.ids.get(text);
    if (known !== undefined) return known;
    this.ids.set(text, this.ids.size);
    return this.ids.size - 1;
  }

  toXml(): string {
    const items = [...this.ids.keys()].map((text) => `<si><t${keepSpaces(text)}>${escapeText(text)}</t></si>`);
    return (
      `${xmlHeader}<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"` +
      ` count="${this.uses}" uniqueCount="${this.ids.size}">${items.join('')}</sst>`
    );
  }
}

const keepSpaces = (text: string): string => (/^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : '');
