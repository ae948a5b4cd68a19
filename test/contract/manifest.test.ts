import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { OfficeAddinManifest } from 'office-addin-manifest';
import { routes } from '../../src/commands/commands';
import { version } from '../../package.json';

const root = path.resolve(__dirname, '../..');
const manifest = readFileSync(path.join(root, 'manifest.xml'), 'utf8');
const { productionManifest, devManifest } = jest.requireActual<{
  productionManifest: (manifest: string, host: string) => string;
  devManifest: (manifest: string) => string;
}>('../../src/cli/manifest.cjs');

/** Attributes of every element with this name. */
const elements = (name: string, xml = manifest): Record<string, string>[] =>
  [...xml.matchAll(new RegExp(`<${name}\\s([^>]*?)/?>`, 'g'))].map(([, attributes]) =>
    Object.fromEntries([...attributes!.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, key, value]) => [key, value])),
  );

const only = (pattern: RegExp, xml = manifest): string => {
  const matches = [...xml.matchAll(new RegExp(pattern, 'g'))];
  expect(matches).toHaveLength(1);
  return matches[0]![1]!;
};

const resources = ['bt:Image', 'bt:Url', 'bt:String'].flatMap((name) => elements(name)).filter(({ id }) => id);
const pixelsWide = (file: string) => readFileSync(file).readUInt32BE(16);

describe('manifest.xml', () => {
  it('should carry the version of package.json, four parts', () => {
    expect(only(/<Version>(.*?)<\/Version>/)).toBe(`${version}.0`);
  });

  it('should define every resource it uses, once, with an id that Excel accepts', () => {
    const used = [...manifest.matchAll(/resid="([^"]*)"/g)].map(([, id]) => id!);
    const defined = resources.map(({ id }) => id!);

    expect(new Set(used)).toEqual(new Set(defined));
    expect(new Set(defined).size).toBe(defined.length);
    // Longer ones make sideloading fail without a message.
    expect(defined.filter((id) => id.length > 32)).toEqual([]);
  });

  it('should run functions, commands and pane in one runtime that outlives the pane', () => {
    expect(elements('Runtime')).toEqual([{ resid: 'Taskpane.Url', lifetime: 'long' }]);
    expect(only(/<Page>\s*<SourceLocation resid="(.*?)"/)).toBe('Taskpane.Url');
    expect(only(/<FunctionFile resid="(.*?)"/)).toBe('Taskpane.Url');
    expect(only(/xsi:type="ShowTaskpane">\s*<SourceLocation resid="(.*?)"/)).toBe('Taskpane.Url');
    expect(manifest).not.toContain('TaskpaneId>');
  });

  it('should ask for the platform we decided on, and for no more rights than it needs', () => {
    expect(elements('Set').map(({ Name, MinVersion }) => `${Name} ${MinVersion}`)).toEqual([
      'ExcelApi 1.14',
      'SharedRuntime 1.1',
      'CustomFunctionsRuntime 1.1',
    ]);
    expect(only(/<Permissions>(.*?)</)).toBe('ReadWriteDocument');
    expect(elements('bt:String').find(({ id }) => id === 'Functions.Namespace')!.DefaultValue).toBe('CRM');
  });

  it('should use https everywhere', () => {
    const urls = [...manifest.matchAll(/(?:DefaultValue|Value|Url)="([a-z]+:[^"]*)"|<AppDomain>(.*?)</g)];
    expect(urls.map(([, value, domain]) => value ?? domain).filter((url) => !url!.startsWith('https://'))).toEqual([]);
    expect(urls.length).toBeGreaterThan(20);
  });

  it('should point at icons that exist in the size they claim', () => {
    const icons = elements('bt:Image').filter(({ resid }) => resid);
    const files = new Map(resources.map(({ id, DefaultValue }) => [id, DefaultValue!.replace(/.*\/assets\//, '')]));
    for (const { size, resid } of icons) {
      expect(pixelsWide(path.join(root, 'assets', files.get(resid)!))).toBe(Number(size));
    }
    expect(pixelsWide(path.join(root, 'assets/icon-32.png'))).toBe(32);
    expect(pixelsWide(path.join(root, 'assets/icon-64.png'))).toBe(64);
  });

  it('should say everything in English and Chinese', () => {
    const texts = [...manifest.matchAll(/<(bt:String|DisplayName|Description) ([^>]*?)(?:\/>|>([^]*?)<\/\1>)/g)]
      // Resource references are no texts, and the namespace is part of every formula.
      .filter(([, , attributes]) => !/resid=|Functions\.Namespace/.test(attributes!));
    expect(texts.filter(([, , , inner]) => !/Locale="zh-CN" Value="[^"]*\p{Script=Han}/u.test(inner ?? ''))).toEqual(
      [],
    );
    expect(texts.length).toBeGreaterThan(10);
    expect(manifest).toContain('Locale="zh-CN" Value="https://localhost:3000/functions.zh-CN.json"');
  });

  it('should have a command behind every button that runs one', () => {
    const names = [...manifest.matchAll(/<FunctionName>(.*?)</g)].map(([, name]) => name);
    expect([...names].sort()).toEqual([...Object.keys(routes), 'refresh'].sort());
  });

  it('should name the keyboard shortcuts, in Chinese, too', () => {
    expect(elements('ExtendedOverrides')).toEqual([
      {
        Url: 'https://localhost:3000/shortcuts.json',
        ResourcesUrl: 'https://localhost:3000/shortcuts.zh-CN.json',
      },
    ]);
  });

  it('should be readable by the Office tools', async () => {
    const { id, defaultLocale, hosts } = await OfficeAddinManifest.readManifestFile(path.join(root, 'manifest.xml'));
    expect({ id, defaultLocale, hosts }).toEqual({
      id: 'c078e2ae-c3fd-458e-aa3e-64a798169896',
      defaultLocale: 'en-US',
      hosts: ['Workbook'],
    });
  });
});

describe('the manifests made from it', () => {
  it('should move every URL to the host and leave the rest alone', () => {
    const production = productionManifest(manifest, 'https://crm.example.com/app');

    expect(production).toContain('<AppDomain>https://crm.example.com</AppDomain>');
    expect(production).toContain('"https://crm.example.com/app/taskpane.html"');
    expect(production).not.toContain('localhost:3000');
    expect(only(/<Id>(.*?)</, production)).toBe(only(/<Id>(.*?)</));
  });

  it.each(['http://crm.example.com/', 'crm.example.com', 'https://crm.example.com/?a=1'])(
    'should refuse %s',
    (host) => {
      expect(() => productionManifest(manifest, host)).toThrow();
    },
  );

  it('should keep the dev add-in apart by id, namespace and name in both languages', () => {
    const dev = devManifest(manifest);

    expect(only(/<Id>(.*?)</, dev)).not.toBe(only(/<Id>(.*?)</));
    expect(dev).toContain('id="Functions.Namespace" DefaultValue="CRMDEV"');
    expect(dev).toContain('<DisplayName DefaultValue="Workbook CRM (dev)">');
    expect(dev.match(/ \(dev\)"/g)).toHaveLength(4);
  });
});

describe('the schema', () => {
  const schema = path.join(process.env.CRM_XSD ?? path.join(root, '../shared/xsd'), 'OfficeAppManifestV1_1.xsd');
  const possible = existsSync(schema) && !spawnSync('xmllint', ['--version']).error;
  if (!possible) process.stderr.write('manifest schema: skipped, needs xmllint and the schemas in CRM_XSD\n');

  (possible ? it : it.skip).each([
    ['manifest.xml', manifest],
    ['the production manifest', productionManifest(manifest, 'https://crm.example.com/app/')],
    ['the dev manifest', devManifest(manifest)],
  ])('should accept %s', (_, xml) => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'manifest-')), 'manifest.xml');
    writeFileSync(file, xml);

    expect(() =>
      execFileSync('xmllint', ['--nonet', '--noout', '--schema', schema, file], { stdio: 'pipe' }),
    ).not.toThrow();
  });
});
