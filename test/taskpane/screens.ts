import type { Page } from 'playwright-core';

/** Shows a screen of the pane that is open, and waits until it has settled. */
export async function goTo(page: Page, route: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = `/${hash}`;
    return new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  }, route);
  await page.locator('.fui-Spinner').first().waitFor({ state: 'detached' });
  await page.locator('h1').first().waitFor();
}

/** What has the focus, by its text; '' when nothing has: the keyboard would begin at the top of the pane. */
export const focusOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement } = document;
    return activeElement === document.body ? '' : (activeElement?.textContent ?? '');
  });

/** What sticks out of the pane, where no part of it scrolls, and buttons whose words are cut. */
export const lostParts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    // The ring around what has the focus stands out a little.
    const ring = 3;
    const name = (element: Element) => `${element.tagName} ${(element.textContent ?? '').slice(0, 30)}`;
    const clips = (element: Element | null): boolean =>
      element !== null && (getComputedStyle(element).overflowX !== 'visible' || clips(element.parentElement));
    const sticksOut = (element: Element) => {
      const { left, right, width: own, height } = element.getBoundingClientRect();
      return own > 0 && height > 0 && (right > width + 1 || left < -1) && !clips(element.parentElement);
    };
    const all = [...document.querySelectorAll('#root *')];
    const buttons = all.filter((element) => element.matches('button, a, [role=tab], [role^=menuitem], [role=option]'));
    const page = document.documentElement.scrollWidth;
    return [
      ...(page > width ? [`page ${page} px`] : []),
      ...all.filter(sticksOut).map((element) => `out: ${name(element)}`),
      ...buttons
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + ring)
        .map((element) => `cut: ${name(element)}`),
    ];
  });

/** What lies over the view. */
const layers = '[role=menu], [role=dialog], [role=listbox]';

/** Whatever unfolds has done so: until then it is cut off. What turns for ever does not count. */
const atRest = (): boolean =>
  document
    .getAnimations()
    .every(({ playState, effect }) => playState !== 'running' || effect?.getComputedTiming().iterations === Infinity);

/** Controls of what is open, else of the view, that a pointer cannot get at, however far one scrolls. */
export async function unreachable(page: Page): Promise<string[]> {
  await page.waitForFunction(atRest);
  return page.evaluate((over) => {
    const scope = [...document.querySelectorAll(over), document.querySelector('main')!].find((one) =>
      one.checkVisibility(),
    )!;
    const controls = 'button, a[href], input, select, textarea, [role^=menuitem], [role=option], [role=tab]';
    const isCovered = (control: Element) => {
      control.scrollIntoView({ block: 'center' });
      const { left, right, top: upper, bottom } = control.getBoundingClientRect();
      const hit = document.elementFromPoint((left + right) / 2, (upper + bottom) / 2);
      return left < -1 || right > innerWidth + 1 || !hit || !parts(control).some((part) => part.contains(hit));
    };
    // A click on its label is one on the field itself.
    const parts = (control: Element): Element[] => [control, ...((control as HTMLInputElement).labels ?? [])];
    const isThere = (control: Element) => control.isConnected && control.getBoundingClientRect().width > 1;
    return [...scope.querySelectorAll(controls)]
      .filter((control) => isThere(control) && isCovered(control))
      .map((control) => `out of reach: ${control.getAttribute('aria-label') ?? control.textContent.slice(0, 40)}`);
  }, layers);
}

declare global {
  interface Window {
    /** What an element looks like in high contrast, where shadows and own colours vanish. */
    lookOf: (element: Element, depth: number) => string;
    before: { element: Element; look: string } | null;
  }
}

/** Gives the page its eyes. */
const openEyes = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const sides = ['Top', 'Right', 'Bottom', 'Left'].flatMap((side) =>
      ['Width', 'Style', 'Color'].map((part) => `border${side}${part}`),
    );
    const seen = [
      ...['outlineStyle', 'outlineWidth', 'outlineColor', 'backgroundColor', 'color', 'fill', 'opacity', 'transform'],
      ...['textDecorationLine', 'fontWeight', 'visibility', 'display', 'content', 'left', ...sides],
    ];
    const own = (element: Element) =>
      [undefined, '::before', '::after'].map((part) => {
        const style = getComputedStyle(element, part) as unknown as Record<string, string>;
        return part && style['content'] === 'none' ? '' : seen.map((property) => style[property]).join();
      });
    window.lookOf = (element, depth) =>
      [
        element.tagName,
        element.getAttribute('d'),
        ...own(element),
        ...(depth > 0 ? [...element.children].map((child) => window.lookOf(child, depth - 1)) : []),
      ].join(';');
    window.before = null;
  });

/** Presses a key again and again: stops of the focus that high contrast does not show, or that lie outside. The focus ends where it began. */
export async function hiddenStops(page: Page, { key = 'Tab', times = 10, within = 'body' }): Promise<string[]> {
  await openEyes(page);
  const start = await page.evaluateHandle(() => document.activeElement as HTMLElement);
  const found: string[] = [];
  for (let time = 0; time < times; time++) {
    await page.keyboard.press(key);
    found.push(...(await page.evaluate(lookAround, within)));
  }
  await start.evaluate((element) => element.focus());
  return found;
}

/** Compares the element that just lost the focus with how it looked before; runs in the page. */
function lookAround(within: string): string[] {
  const element = document.activeElement!;
  const around = (one: Element) => [one, one.parentElement!, one.parentElement!.parentElement!];
  const look = (one: Element) =>
    around(one)
      .map((part) => window.lookOf(part, 0))
      .join();
  const nameOf = (one: Element) => one.getAttribute('aria-label') ?? `${one.tagName} ${one.textContent.slice(0, 40)}`;
  const last = window.before;
  const isHidden =
    last !== null && last.element !== element && last.element.isConnected && look(last.element) === last.look;
  window.before = element === document.body ? null : { element, look: look(element) };
  return [
    ...(isHidden ? [`focus not seen: ${nameOf(last.element)}`] : []),
    ...(element.closest(within) ? [] : [`focus outside: ${nameOf(element)}`]),
  ];
}

/** What is chosen and looks, in high contrast, like its neighbours that are not. */
export async function sameWhenChosen(page: Page): Promise<string[]> {
  await openEyes(page);
  return page.evaluate(() => {
    const kinds = [
      ['input[type=radio]', 'checked'],
      ['input[type=checkbox]', 'checked'],
      ['[role=option]', 'aria-selected'],
      ['[role=menuitemradio]', 'aria-checked'],
      ['[role=tab]', 'aria-selected'],
      ['button[aria-pressed]', 'aria-pressed'],
      ['nav button', 'aria-current'],
    ] as const;
    const isChosen = (element: Element, how: string) =>
      element instanceof HTMLInputElement ? element.checked : (element.getAttribute(how) ?? 'false') !== 'false';
    const box = (element: Element) => (element instanceof HTMLInputElement ? element.parentElement! : element);
    return kinds.flatMap(([kind, how]) => {
      const all = [...document.querySelectorAll(`#root ${kind}`)].filter((one) => one !== document.activeElement);
      const chosen = all.find((one) => isChosen(one, how));
      const other = all.find((one) => !isChosen(one, how));
      const isSame = chosen && other && window.lookOf(box(chosen), 4) === window.lookOf(box(other), 4);
      return isSame ? [`choice not seen: ${box(chosen).textContent}`] : [];
    });
  });
}
