import { registerCommands, routes } from '../../src/commands/commands';
import shortcuts from '../../src/commands/shortcuts.json';
import chinese from '../../src/commands/shortcuts.zh-CN.json';

type RibbonCommand = (event: { completed: () => void }) => Promise<void>;

/** Office's side of the ribbon, and the pane's address. */
function fakeOffice(showAsTaskpane: () => Promise<void>) {
  const commands: Record<string, RibbonCommand> = {};
  const pane = { hash: '' };
  Object.assign(globalThis, {
    location: pane,
    Office: {
      actions: { associate: (name: string, command: RibbonCommand) => (commands[name] = command) },
      addin: { showAsTaskpane },
    },
  });
  registerCommands();
  return { commands, pane };
}

describe('ribbon commands', () => {
  it.each(Object.entries(routes))('should open the pane for %s at its route', async (name, route) => {
    const shown = jest.fn(() => Promise.resolve());
    const completed = jest.fn();
    const { commands, pane } = fakeOffice(shown);

    await commands[name]!({ completed });

    expect(pane.hash).toBe(`/${route}`);
    expect(shown).toHaveBeenCalledTimes(1);
    expect(completed).toHaveBeenCalledTimes(1);
  });

  it('should refresh again and again without opening the pane', async () => {
    const shown = jest.fn(() => Promise.resolve());
    const completed = jest.fn();
    const { commands, pane } = fakeOffice(shown);

    const places: string[] = [];
    for (let click = 0; click < 2; click += 1) {
      await commands.refresh!({ completed });
      places.push(pane.hash);
    }

    expect(places.map((place) => place.replace(/\d+$/, ''))).toEqual(['/refresh/', '/refresh/']);
    expect(new Set(places).size).toBe(2);
    expect(completed).toHaveBeenCalledTimes(2);
    expect(shown).not.toHaveBeenCalled();
  });

  it('should be there for every keyboard shortcut, and say in both languages what it does', () => {
    const { commands } = fakeOffice(() => Promise.resolve());
    const texts = shortcuts.resources.default;
    const used = [...JSON.stringify(shortcuts).matchAll(/\$\{resource\.(\w+)\}/g)].map(([, name]) => name!);

    expect(shortcuts.actions.map(({ id }) => id).sort()).toEqual(Object.keys(commands).sort());
    expect(shortcuts.shortcuts.map(({ action }) => action)).toEqual(shortcuts.actions.map(({ id }) => id));
    expect(Object.keys(texts).sort()).toEqual(used.sort());
    expect(Object.keys(chinese)).toEqual(Object.keys(texts));
  });

  it.each([
    ['shortcuts.json', shortcuts.resources.default],
    ['shortcuts.zh-CN.json', chinese],
  ])('should have keys of its own that Excel does not use in %s', (_, texts) => {
    const keys = Object.entries(texts).flatMap(([name, { value }]) => (name.endsWith('_key') ? [value] : []));

    // The pattern that Microsoft keeps free for add-ins.
    expect(keys.filter((key) => !/^Ctrl\+Alt\+Shift\+[A-Z]$/.test(key))).toEqual([]);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('should release the button when the pane cannot be shown, and still report why', async () => {
    const completed = jest.fn();
    const { commands } = fakeOffice(() => Promise.reject(new Error('no pane')));

    await expect(commands.showToday!({ completed })).rejects.toThrow('no pane');

    expect(completed).toHaveBeenCalledTimes(1);
  });
});
