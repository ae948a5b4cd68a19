import { HostError } from '../../errors';
import type { Workbook } from '../../store/workbook';
import { defineClass, object } from '../hostClass';
import { text } from '../convert';

interface Entry {
  workbook: Workbook;
  key: string;
}

function put({ workbook, key }: Entry, value: unknown): void {
  workbook.settings.set(key, value);
  workbook.emit({ kind: 'settings' });
}

/** `workbook.settings`: one add-in's own values in the file. Keys are case-sensitive. */
export const settingCollectionClass = defineClass<Workbook>({
  items: (workbook) => [...workbook.settings.keys()].map((key) => object('Setting', { workbook, key })),
  item: (workbook, key) =>
    workbook.settings.has(String(key)) ? object('Setting', { workbook, key: String(key) }) : null,
  methods: {
    Add: (workbook, [key, value]) => {
      put({ workbook, key: text(key) }, value);
      return object('Setting', { workbook, key });
    },
  },
});

export const settingClass = defineClass<Entry>({
  identity: ({ key }) => key,
  identityKey: '_Id',
  properties: {
    Key: { get: ({ key }) => key },
    Value: {
      get: ({ workbook, key }) => {
        if (!workbook.settings.has(key)) throw new HostError('ItemNotFound');
        return workbook.settings.get(key);
      },
      set: put,
    },
  },
  methods: {
    Delete: ({ workbook, key }) => {
      workbook.settings.delete(key);
      workbook.emit({ kind: 'settings' });
    },
  },
});
