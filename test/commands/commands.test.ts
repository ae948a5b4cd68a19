import { registerCommands, routes } from '../../src/commands/commands';

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

  it('should release the button when the pane cannot be shown, and still report why', async () => {
    const completed = jest.fn();
    const { commands } = fakeOffice(() => Promise.reject(new Error('no pane')));

    await expect(commands.showToday!({ completed })).rejects.toThrow('no pane');

    expect(completed).toHaveBeenCalledTimes(1);
  });
});
