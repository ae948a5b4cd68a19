import { createHost } from '../../src/host';
import { bench, runIn } from './session';

type Handler = (args: object) => Promise<void>;

/** What the arguments tell besides ids that change from run to run. */
function told(args: object): Record<string, unknown> {
  const { type, ...rest } = args as Record<string, unknown>;
  const kept = Object.entries(rest).filter(([key]) => !/Id$|Details$/.test(key));
  return { type, ...Object.fromEntries(kept) };
}

interface Case {
  listen: (sheet: Excel.Worksheet, context: Excel.RequestContext, hear: Handler) => void;
  act: (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown;
  expected: object[];
}

const LOCAL = { source: 'Local' };

/** Every event that an add-in can cause, as the arguments its handler gets. */
const CASES: Record<string, Case> = {
  'a sheet added': {
    listen: (_sheet, { workbook }, hear) => void workbook.worksheets.onAdded.add(hear),
    act: (_sheet, { workbook }) => workbook.worksheets.add('Two'),
    expected: [{ type: 'WorksheetAdded', ...LOCAL }],
  },
  'a sheet deleted': {
    listen: (_sheet, { workbook }, hear) => void workbook.worksheets.onDeleted.add(hear),
    act: (_sheet, { workbook }) => workbook.worksheets.add('Two').delete(),
    expected: [{ type: 'WorksheetDeleted', ...LOCAL }],
  },
  'sheets activated and deactivated': {
    listen: (sheet, { workbook }, hear) => {
      workbook.worksheets.onActivated.add(hear);
      sheet.onDeactivated.add(hear);
    },
    act: (_sheet, { workbook }) => workbook.worksheets.add('Two').activate(),
    expected: [{ type: 'WorksheetDeactivated' }, { type: 'WorksheetActivated' }],
  },
  'a sheet renamed': {
    listen: (sheet, _context, hear) => void sheet.onNameChanged.add(hear),
    act: (sheet) => (sheet.name = 'New'),
    expected: [{ type: 'WorksheetNameChanged', nameBefore: 'Sheet1', nameAfter: 'New', ...LOCAL }],
  },
  'a sheet moved': {
    listen: (_sheet, { workbook }, hear) => void workbook.worksheets.onMoved.add(hear),
    act: (sheet, { workbook }) => {
      workbook.worksheets.add('Two');
      sheet.position = 1;
    },
    expected: [{ type: 'WorksheetMoved', positionBefore: 0, positionAfter: 1, ...LOCAL }],
  },
  'a sheet hidden': {
    listen: (sheet, _context, hear) => void sheet.onVisibilityChanged.add(hear),
    act: (sheet, { workbook }) => {
      workbook.worksheets.add('Two');
      sheet.visibility = 'Hidden';
    },
    expected: [
      { type: 'WorksheetVisibilityChanged', visibilityBefore: 'Visible', visibilityAfter: 'Hidden', ...LOCAL },
    ],
  },
  'protection set and lifted': {
    listen: (sheet, _context, hear) => void sheet.onProtectionChanged.add(hear),
    act: (sheet) => {
      sheet.protection.protect();
      sheet.protection.unprotect();
    },
    expected: [
      { type: 'WorksheetProtectionChanged', isProtected: true, ...LOCAL },
      { type: 'WorksheetProtectionChanged', isProtected: false, ...LOCAL },
    ],
  },
  'rows hidden': {
    listen: (sheet, _context, hear) => void sheet.onRowHiddenChanged.add(hear),
    act: (sheet) => (sheet.getRange('2:3').rowHidden = true),
    expected: [{ type: 'WorksheetRowHiddenChanged', address: '2:3', changeType: 'Hidden', ...LOCAL }],
  },
  'a format changed': {
    listen: (sheet, _context, hear) =>
      void sheet.onFormatChanged.add(({ type, address, source }) => hear({ type, address, source })),
    act: (sheet) => (sheet.getRange('B2:C3').format.fill.color = 'red'),
    expected: [{ type: 'WorksheetFormatChanged', address: 'B2:C3', ...LOCAL }],
  },
  'tables added and deleted': {
    listen: (_sheet, { workbook }, hear) => {
      workbook.tables.onAdded.add(hear);
      workbook.tables.onDeleted.add(hear);
    },
    act: (sheet) => {
      sheet.tables.add('A1:B2', false).name = 'Deals';
      sheet.tables.getItem('Deals').delete();
    },
    expected: [
      { type: 'TableAdded', ...LOCAL },
      { type: 'TableDeleted', tableName: 'Deals', ...LOCAL },
    ],
  },
  'a chart added, activated, left and deleted': {
    listen: ({ charts }, _context, hear) => {
      for (const event of [charts.onAdded, charts.onActivated, charts.onDeactivated, charts.onDeleted])
        (event as OfficeExtension.EventHandlers<object>).add(hear);
    },
    act: (sheet) => {
      sheet.getRange('A1:A2').values = [[1], [2]];
      const chart = sheet.charts.add('Line', sheet.getRange('A1:A2'));
      chart.activate();
      sheet.getRange('A1').select();
      chart.delete();
    },
    expected: [
      { type: 'ChartAdded', ...LOCAL },
      { type: 'ChartActivated' },
      { type: 'ChartDeactivated' },
      { type: 'ChartDeleted', ...LOCAL },
    ],
  },
  'a comment and its reply': {
    listen: ({ comments }, _context, hear) => {
      comments.onAdded.add(hear);
      comments.onChanged.add(hear);
      comments.onDeleted.add(hear);
    },
    act: async (sheet, context) => {
      const comment = sheet.comments.add('A1', 'one');
      await context.sync();
      comment.content = 'two';
      comment.replies.add('three').content = 'four';
      await context.sync();
      comment.replies.getItemAt(0).delete();
      comment.resolved = true;
      comment.delete();
    },
    expected: [
      { type: 'CommentAdded', ...LOCAL },
      ...['CommentEdited', 'ReplyAdded', 'ReplyEdited', 'ReplyDeleted', 'CommentResolved'].map((changeType) => ({
        type: 'CommentChanged',
        changeType,
        ...LOCAL,
      })),
      { type: 'CommentDeleted', ...LOCAL },
    ],
  },
};

describe('events of objects', () => {
  it.each(Object.entries(CASES))('should tell of %s', async (_what, { listen, act, expected }) => {
    const { host, run } = await bench();
    const heard: object[] = [];
    await run(async (context, sheet) => {
      listen(sheet, context, async (args) => void heard.push(told(args)));
      await context.sync();
      await act(sheet, context);
      await context.sync();
    });
    await host.settle();

    expect(heard).toEqual(expected);
  });

  it("should tell of a person's clicks, focus and AutoSave", async () => {
    const { host, run } = await bench();
    const heard: object[] = [];
    await run(async (context, sheet) => {
      sheet.shapes.addGeometricShape('Rectangle').name = 'Box';
      const shape = sheet.shapes.getItem('Box').load('id');
      await context.sync();
      const hear: Handler = async (args) => void heard.push(told(args));
      sheet.onSingleClicked.add(hear);
      context.workbook.onActivated.add(hear);
      context.workbook.onAutoSaveSettingChanged.add(hear);
      shape.onActivated.add(hear);
      shape.onDeactivated.add(hear);
      await context.sync();
    });
    const person = host.person();

    person.clickShape('Sheet1', 'Box');
    person.click('Sheet1', 'B2', { x: 3, y: 4 });
    person.focusWorkbook();
    person.setAutoSave(false);
    await host.settle();

    expect(heard).toEqual([
      { type: 'ShapeActivated' },
      { type: 'ShapeDeactivated' },
      { type: 'WorksheetSingleClicked', address: 'B2', offsetX: 3, offsetY: 4 },
      { type: 'WorkbookActivated' },
      { type: 'WorkbookAutoSaveSettingChanged' },
    ]);
  });

  it('should keep to one client what only its person sees', async () => {
    const host = await createHost();
    const [mine, theirs] = [await host.connect(), await host.connect()];
    const heard: string[] = [];
    for (const client of [mine, theirs]) {
      const name = client === mine ? 'mine' : 'theirs';
      await runIn(client, async (context, sheet) => {
        sheet.onSelectionChanged.add(async () => void heard.push(`${name} selection`));
        context.workbook.onSelectionChanged.add(async () => void heard.push(`${name} document`));
        sheet.onNameChanged.add(async ({ source }) => void heard.push(`${name} renamed ${source}`));
        await context.sync();
      });
    }

    host.person(mine).select('Sheet1', 'B2');
    await runIn(mine, async (context, sheet) => {
      sheet.name = 'New';
      await context.sync();
    });
    await host.settle();

    expect(heard).toEqual(['mine selection', 'mine document', 'mine renamed Local', 'theirs renamed Remote']);
  });

  it('should tell of settings saved through the document, not of those set in the workbook', async () => {
    const { host, client, run } = await bench();
    let heard = 0;
    await run(async (context) => {
      context.workbook.settings.onSettingsChanged.add(async () => void heard++);
      context.workbook.settings.add('a', 1);
      await context.sync();
    });
    await host.settle();
    const before = heard;

    client.Office.context.document.settings.set('a', 2);
    client.Office.context.document.settings.saveAsync();
    await host.settle();

    expect([before, heard]).toEqual([0, 1]);
  });
});
