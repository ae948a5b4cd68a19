import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { CrmError } from '../../src/shared/errors';
import { translator } from '../../src/shared/i18n';
import { languages } from '../../src/template/types';
import { errorText } from '../../src/taskpane/errorText';

/** Source of the rooms whose failures and progress reach the pane. */
const source = ['actions', 'workbook']
  .map((room) => path.join(__dirname, '../../src', room))
  .flatMap((room) => readdirSync(room, { recursive: true, encoding: 'utf8' }).map((file) => path.join(room, file)))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

const found = (pattern: RegExp) => [...new Set([...source.matchAll(pattern)].map((match) => match[1]!))].sort();

describe.each(languages)('texts of the pane in %s', (language) => {
  const t = translator(language);
  const unexpected = t('pane.failure.unexpected');

  it('should have words for every failure that an action or the workbook can throw', () => {
    const codes = [...found(/new CrmError\('(\w+)'/g), ...found(/^ {2}[A-Z]\w+: '(\w+)',$/gm)];

    const speechless = codes.filter((code) => errorText(new CrmError(code), t).message === unexpected);

    expect(codes).toContain('cellEditMode');
    expect(speechless).toEqual([]);
  });

  it('should have words for every step of progress', () => {
    const labels = found(/'((?:read|import|apply|plan|refresh)\.\w+)'/g);

    expect(labels).toContain('read.tables');
    expect(labels.filter((label) => t(`pane.progress.${label}`) === `pane.progress.${label}`)).toEqual([]);
  });

  it('should have words for every action that the change log names', () => {
    const actions = found(/(?:action: |recordChange\(|changesetOf\(|\.log\()'(\w+)'/g);

    expect(actions).toEqual(expect.arrayContaining(['logRevisit', 'postpone', 'winBack', 'shareSafe']));
    expect(actions.filter((action) => t(`pane.changes.action.${action}`).startsWith('pane.'))).toEqual([]);
  });

  it('should have a heading for every kind of problem that a workbook can have', () => {
    const snapshot = readFileSync(path.join(__dirname, '../../src/crm/snapshot.ts'), 'utf8');
    const codes = [...snapshot.matchAll(/^ {2}\| '(\w+)';?$/gm)].map((match) => match[1]!);

    expect(codes).toContain('badCondition');
    // Told by an import, never by a workbook.
    const ofWorkbooks = codes.filter((code) => code !== 'createdRecord');
    const heading = (code: string) => t(`pane.problems.kind.${code}`, { count: 1 });
    expect(ofWorkbooks.filter((code) => heading(code) === `pane.problems.kind.${code}`)).toEqual([]);
  });

  it('should tell a bug as unexpected, without its stack', () => {
    const text = errorText(new TypeError('x is undefined'), t);

    expect(text).toEqual({ code: 'unexpected', message: unexpected, next: t('pane.next.unexpected') });
  });
});
