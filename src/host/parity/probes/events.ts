import type { Observation, Probe, Wait } from '../probe';

type Heard = Pick<Excel.WorksheetChangedEventArgs, 'changeType' | 'address' | 'source' | 'triggerSource'>;

/** The changes of the sheet that are announced while `work` is done. */
async function heardDuring(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  wait: Wait,
  work: () => void,
): Promise<Observation> {
  const heard: Heard[] = [];
  const registration = sheet.onChanged.add(async (event) => {
    heard.push(event);
  });
  await context.sync();
  work();
  await context.sync();
  await wait();
  registration.remove();
  await context.sync();
  return heard.map(({ changeType, address, source, triggerSource }) => ({
    changeType,
    address,
    source,
    triggerSource: triggerSource ?? null,
  }));
}

/** What Excel announces to the add-in that did it. */
export const eventProbes: readonly Probe[] = [
  {
    id: 'own-write-announced',
    rule: 'events-after-response',
    question: 'How is a write of this add-in announced to itself?',
    observe: (context, sheet, wait) => heardDuring(context, sheet, wait, () => (sheet.getRange('A1').values = [[1]])),
  },
  {
    id: 'table-growth-announced',
    question: 'What is announced when a table takes in a row that was written under it?',
    observe: async (context, sheet, wait) => {
      sheet.getRange('A1:A2').values = [['Id'], ['a']];
      sheet.tables.add('A1:A2', true);
      await context.sync();
      return heardDuring(context, sheet, wait, () => (sheet.getRange('A3').values = [['b']]));
    },
  },
  {
    id: 'recalculation-not-announced',
    question: 'Is a formula whose result changes announced as a change?',
    observe: async (context, sheet, wait) => {
      sheet.getRange('B1').formulas = [['=A1*2']];
      await context.sync();
      return heardDuring(context, sheet, wait, () => (sheet.getRange('A1').values = [[3]]));
    },
  },
  {
    id: 'deleted-row-announced',
    question: 'What is announced when a row of the sheet is deleted?',
    observe: async (context, sheet, wait) => {
      sheet.getRange('A1:A3').values = [[1], [2], [3]];
      await context.sync();
      return heardDuring(context, sheet, wait, () => sheet.getRange('2:2').delete('Up'));
    },
  },
];
