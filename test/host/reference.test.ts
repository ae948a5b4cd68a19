import { declaredClasses } from '../../src/cli/host/reference/declared';
import { PinnedClient } from '../../src/cli/host/reference/pinnedClient';
import { supportOfClasses } from '../../src/cli/host/reference/support';

describe('docs/host.md', () => {
  it('should find every class that a CRM workbook lives in complete', () => {
    const classes = supportOfClasses(new PinnedClient(), declaredClasses());
    const needed = ['Table', 'TableColumn', 'TableRowCollection', 'NamedItem', 'DataValidation', 'Comment', 'Setting'];

    const missing = classes
      .filter(({ name }) => needed.includes(name))
      .flatMap(({ name, members }) => members.filter((m) => m.support === 'missing').map((m) => `${name}.${m.name}`));

    expect(missing).toEqual([]);
  });
});
