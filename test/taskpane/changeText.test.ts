import { changeLogEntries } from '../../src/actions/changeLog';
import { toSerial } from '../../src/shared/dates';
import { cellTexts } from '../../src/taskpane/changeText';
import { createFormat } from '../../src/taskpane/format';
import { fillWorkbook } from '../../src/template/records';

const clock = toSerial('2024-03-15');

describe('what changes are called', () => {
  const { computed: snapshot } = fillWorkbook({
    language: 'en',
    clock,
    records: {
      customers: [{ id: 'C-1', name: 'Acme' }],
      followUps: [{ id: 'F-1', customer: 'C-1', heldAt: clock }],
      opportunities: [
        { id: 'D-1', name: 'New line', customer: 'C-1', stage: 'met' },
        { id: 'D-2', customer: 'C-1', stage: 'met' },
      ],
      tickets: [{ id: 'T-1' }],
      changeLog: [{ id: 'L-1', at: clock, action: 'logRevisit', table: 'followUps', record: 'F-1', field: '' }],
    },
  });
  const texts = cellTexts(snapshot, { language: 'en', format: createFormat('en', snapshot.settings) });

  it.each([
    ['a deal by its name', 'opportunities', 'D-1', 'New line'],
    ['a deal without a name by its customer', 'opportunities', 'd-2', 'Acme'],
    ['a revisit by its customer', 'followUps', 'F-1', 'Acme'],
    ['a setting by what is set', 'settings', 'fullAmount', 'Priority: amount with full points'],
    ['a stage by its label', 'stages', 'met', 'Met the customer'],
    ['a record without a name by its id', 'tickets', 'T-1', 'T-1'],
    ['a record that is gone by its id', 'customers', 'C-9', 'C-9'],
  ])('should call %s', (_, table, id, name) => {
    expect(texts.record(table, id)).toBe(name);
  });

  it('should find the lines of the log by the names that they show', () => {
    const found = changeLogEntries(snapshot, { search: 'acm', nameOf: texts.name });

    expect(found.map(({ record, name }) => [record, name])).toEqual([['F-1', 'Acme']]);
  });
});
