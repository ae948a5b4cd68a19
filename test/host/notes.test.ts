import { bench, failureOf } from './session';

describe('notes', () => {
  it('should be found by cell, follow it, and be no comments', async () => {
    const { run } = await bench();
    await run(async (context, sheet) => {
      sheet.notes.add('B2', 'call back').visible = true;
      sheet.getRange('1:1').insert('Down');
      const [note, none] = [sheet.notes.getItem('B3'), context.workbook.notes.getItemOrNullObject('Sheet1!B2')];
      const place = note.getLocation().load('address');
      note.load('content,visible,authorName');
      context.workbook.notes.load('items/content');
      const [notes, comments] = [context.workbook.notes.getCount(), sheet.comments.getCount()];
      await context.sync();
      expect(note.toJSON()).toMatchObject({ content: 'call back', visible: true });
      expect(context.workbook.notes.items.map(({ content }) => content)).toEqual(['call back']);
      expect([place.address, none.isNullObject, notes.value, comments.value]).toEqual(['Sheet1!B3', true, 1, 0]);
    });
  });

  it('should survive a change, a file and a deletion when they are edited', async () => {
    const { host, run } = await bench();
    await run(async (context, sheet) => {
      const note = sheet.notes.add(sheet.getRange('A1'), 'old');
      note.set({ content: 'new', height: 80 });
      sheet.notes.add('A2', 'gone').delete();
      await context.sync();
    });
    await host.open(await host.save());
    await run(async (context, sheet) => {
      sheet.notes.load('items');
      await context.sync();
      expect(sheet.notes.items.map(({ content }) => content)).toEqual(['new']);
    });
  });

  it('should refuse a second note on a cell, several cells, and what was not loaded', async () => {
    const { run } = await bench();
    const adding = (address: string) =>
      run(async (context, sheet) => {
        sheet.notes.add(address, 'x');
        await context.sync();
      });
    await adding('A1');
    expect(await failureOf(adding('A1'))).toEqual({ code: 'InvalidOperation', location: 'NoteCollection.add' });
    expect(await failureOf(adding('A1:B1'))).toEqual({ code: 'InvalidArgument', location: 'NoteCollection.add' });
    const unloaded = run(async (context, sheet) => {
      const note = sheet.notes.getItem('A1');
      await context.sync();
      return note.content;
    });
    expect((await failureOf(unloaded)).code).toBe('PropertyNotLoaded');
  });
});
