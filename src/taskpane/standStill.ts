import type { Translate } from '../shared/i18n/translate';

/**
 * Says why there is no pane, and what to do: the first text is the heading. Plain elements, for an Excel or a browser
 * that may be too old for everything else.
 */
export function standStill(root: HTMLElement, t: Translate, texts: readonly string[]): void {
  const main = document.createElement('main');
  Object.assign(main.style, { padding: '24px 16px', maxWidth: '480px', margin: '0 auto', font: '14px/1.5 system-ui' });
  main.append(...texts.map((text, at) => element(at === 0 ? 'h1' : 'p', t(text))));
  root.replaceChildren(main);
}

function element(name: 'h1' | 'p', text: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  if (name === 'h1') made.style.fontSize = '20px';
  return made;
}
