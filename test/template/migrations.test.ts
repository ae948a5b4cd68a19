import { columnFormula, defaultConditions, renderFormula } from '../../src/template/formula';
import { metaRow, namesOf } from '../../src/template/bindings';
import { columnDef, schemaVersion, tableDef } from '../../src/template/load';
import { dueMigrations, migratedMetaRow, migrations } from '../../src/template/migrations';

describe('migrations', () => {
  it('should be numbered from 1 in steps of 1 up to the present version', () => {
    expect(migrations.map(({ id }) => id)).toEqual(migrations.map((_, index) => `crm/${index + 1}`));
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1));
    expect(migrations.at(-1)!.version).toBe(schemaVersion);
  });

  it('should lead from any version to the present one, and from that nowhere', () => {
    expect(dueMigrations(1).map(({ id }) => id)).toEqual(['crm/2', 'crm/3']);
    expect(dueMigrations(schemaVersion)).toEqual([]);
  });

  it('should take everything in a crm/1 workbook for installed, and keep what an upgrade has already written', () => {
    const crm1 = ['column', 'customers', 'name', 'Customer', 3];
    expect(metaRow(migratedMetaRow(crm1, 1))).toMatchObject({ name: 'Customer', officeId: 3, origin: 'installed' });
    expect(metaRow(migratedMetaRow([...crm1, 'adopted'], 1)).origin).toBe('adopted');
  });

  it('should replace only formulas that can still be told apart: of columns that are there, over columns that are there', () => {
    const names = namesOf(new Map(), 'en');
    const replaced = migrations.flatMap(({ formulas }) => Object.entries(formulas));
    for (const [id, texts] of replaced) {
      const [table, column] = id.split('.') as [string, string];
      const present = columnFormula(tableDef(table), columnDef(tableDef(table), column), defaultConditions)!;
      for (const text of texts)
        expect(renderFormula(text, table, names, 'live')).not.toBe(renderFormula(present, table, names, 'live'));
    }
  });
});
