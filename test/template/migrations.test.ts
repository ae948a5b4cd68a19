import { metaRow } from '../../src/template/bindings';
import { schemaVersion } from '../../src/template/load';
import { dueMigrations, migratedMetaRow, migrations } from '../../src/template/migrations';

describe('migrations', () => {
  it('should be numbered from 1 in steps of 1 up to the present version', () => {
    expect(migrations.map(({ id }) => id)).toEqual(migrations.map((_, index) => `crm/${index + 1}`));
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1));
    expect(migrations.at(-1)!.version).toBe(schemaVersion);
  });

  it('should lead from any version to the present one, and from that nowhere', () => {
    expect(dueMigrations(1).map(({ id }) => id)).toEqual(['crm/2']);
    expect(dueMigrations(schemaVersion)).toEqual([]);
  });

  it('should take everything in a crm/1 workbook for installed, and keep what an upgrade has already written', () => {
    const crm1 = ['column', 'customers', 'name', 'Customer', 3];
    expect(metaRow(migratedMetaRow(crm1, 1))).toMatchObject({ name: 'Customer', officeId: 3, origin: 'installed' });
    expect(metaRow(migratedMetaRow([...crm1, 'adopted'], 1)).origin).toBe('adopted');
  });
});
