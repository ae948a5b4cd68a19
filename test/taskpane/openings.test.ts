import type { Locator, Page } from 'playwright-core';
import { texts } from '../../src/shared/i18n';
import type { Language } from '../../src/template/types';
import { openings, workbooks, type Opening, type Step, type Workbook } from './openings';
import { PaneStage, languages, scene, violationsOf } from './paneStage';
import { goTo, hiddenStops, lostParts, sameWhenChosen, unreachable } from './screens';

/** A pane beside a sheet, and the same one zoomed to 200 %. */
const plain = { width: 320, height: 640 };
const zoomed = { width: 160, height: 320 };

/** A view that nothing is opened in: what was open is gone after it. */
const elsewhere = 'changes';

describe('what has to be opened first', () => {
  let stage: PaneStage;

  beforeAll(async () => {
    stage = await PaneStage.raise();
  });
  afterAll(() => stage.close());

  describe.each(languages)('in %s', (language) => {
    const panes = new Map<Workbook, Page>();

    afterAll(() => stage.clear());

    /** The pane of the opening's workbook, at its route as if somebody had just come there. */
    async function arrive({ workbook = 'sample', route }: Opening): Promise<Page> {
      const page = panes.get(workbook) ?? (await stage.open(scene(language, workbooks[workbook](language))));
      panes.set(workbook, page);
      await page.emulateMedia({ forcedColors: 'none' });
      await goTo(page, elsewhere);
      await goTo(page, route);
      return page;
    }

    it.each(Object.entries(openings))('should be usable by everybody: %s', async (_, opening) => {
      const page = await arrive(opening);
      await page.setViewportSize(zoomed);
      const shown = firstOf(page, opening.shows, language);

      const opener = await walk(page, opening.steps, language);
      await walk(page, opening.then ?? [], language);
      await shown.waitFor();
      const found = [...(await flawsOfRoom(page)).map((flaw) => `160 px: ${flaw}`)];
      if (opener && (await focused(page)) === 'nothing') found.push('focus lost');
      await page.setViewportSize(plain);
      found.push(...(await flawsOfRoom(page)), ...(await violationsOf(page)));
      await page.emulateMedia({ forcedColors: 'active' });
      found.push(...(await flawsOfFocus(page, opening)), ...(await sameWhenChosen(page)));
      if (opening.closes) {
        await close(page, opening.closes, language);
        await shown.waitFor({ state: 'detached' });
        found.push(...(await misled(page, opening.leadsTo ? named(opening.leadsTo, language) : opener)));
      }

      expect(found).toEqual([]);
    });
  });
});

/** Whether everything has its place and can be pressed. */
const flawsOfRoom = async (page: Page): Promise<string[]> => [...(await lostParts(page)), ...(await unreachable(page))];

/** The controls of a menu are passed with arrow keys; the focus of a list of results never leaves the box above. */
async function flawsOfFocus(page: Page, { shows, isModal }: Opening): Promise<string[]> {
  if ('role' in shows && shows.role === 'listbox') return [];
  const key = 'role' in shows && shows.role === 'menu' ? 'ArrowDown' : 'Tab';
  return hiddenStops(page, { key, within: isModal && '[role=dialog]' });
}

/** Takes the steps with the keyboard alone; the answer names the opener, '' where there is none. */
async function walk(page: Page, steps: readonly Step[], language: Language): Promise<string> {
  let opener = '';
  for (const step of steps) {
    if ('press' in step && step.role !== 'menuitem') {
      await controlOf(page, step, language).focus();
      opener = await focused(page);
    }
    await take(page, step, language);
    if ('file' in step) opener = await focused(page);
  }
  return opener;
}

/** Whether what was closed left the focus elsewhere. */
async function misled(page: Page, wanted: RegExp | string): Promise<string[]> {
  const now = await focused(page);
  const isThere = typeof wanted === 'string' ? now === wanted : wanted.test(now);
  return isThere ? [] : [`focus: ${now} instead of ${wanted}`];
}

async function take(page: Page, step: Step, language: Language): Promise<void> {
  if ('keys' in step) await page.keyboard.press(step.keys);
  else if ('type' in step) await page.keyboard.type(step.type);
  else if ('choose' in step)
    await page.getByRole('combobox', { name: named(step.choose, language) }).selectOption({ index: step.option });
  else if ('file' in step) await give(page, step, language);
  else if ('radio' in step) await page.getByRole('radio').nth(step.radio).press('Space');
  else await controlOf(page, step, language).press(keyOf[step.role ?? 'button']);
}

/** Chooses a file as a person does, with the focus on the button. */
async function give(page: Page, { file, by }: Extract<Step, { file: string }>, language: Language): Promise<void> {
  const asked = page.waitForEvent('filechooser');
  await controlOf(page, { press: by }, language).press('Enter');
  await (await asked).setFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });
}

/** What presses a control. */
const keyOf = { button: 'Enter', menuitem: 'Enter', radio: 'Space', combobox: 'ArrowDown' } as const;

type Press = Extract<Step, { press: unknown }>;

const controlOf = (page: Page, { press, role = 'button' }: Press, language: Language): Locator =>
  page.getByRole(role, { name: named(press, language) }).first();

const firstOf = (page: Page, shows: Opening['shows'], language: Language): Locator =>
  ('role' in shows ? page.getByRole(shows.role) : page.getByText(named(shows.text, language)))
    .filter({ visible: true })
    .first();

const close = (page: Page, by: 'Escape' | Step, language: Language): Promise<void> =>
  by === 'Escape' ? page.keyboard.press(by) : take(page, by, language);

/** Name of what has the focus. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { tagName, ariaLabel, textContent } = document.activeElement!;
    return tagName === 'BODY' ? 'nothing' : (ariaLabel ?? textContent ?? '');
  });

/** The text of a key as a pattern: anything may stand for its values, and a figure or more may follow. */
function named(keys: string | readonly string[], language: Language): RegExp {
  const all = [keys].flat().flatMap((key) => [key, `${key}_one`, `${key}_other`]);
  const found = all.map((key) => textOf(key, language)).filter((text) => text !== null);
  return new RegExp(`^(${found.map(patternOf).join('|')})( ?[:·\\d].*)?$`);
}

const patternOf = (text: string): string =>
  text
    .split(/\{\{\w+\}\}/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');

function textOf(key: string, language: Language): string | null {
  const inside = (texts: unknown, part: string) => (texts as Record<string, unknown> | undefined)?.[part];
  const text = key.split('.').reduce<unknown>(inside, texts[language]);
  return typeof text === 'string' ? text : null;
}
