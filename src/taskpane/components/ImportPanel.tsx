import { useState } from 'react';
import { Body1, Button, Field, Select, makeStyles, tokens } from '@fluentui/react-components';
import type { Consent } from '../../actions/home';
import { readUserMap, type UserMap } from '../../actions/import/userMap';
import type { PreparedImport } from '../../actions/importFile';
import { CrmError } from '../../shared/errors';
import { template } from '../../template/load';
import { usePane, useWorkbook } from '../context';
import { useTask } from '../hooks/useTask';
import type { Done } from '../session';
import { tableTitle } from '../tableTitle';
import { DoneBar } from './DoneBar';
import { FileDrop } from './FileDrop';
import { ImportPreview } from './ImportPreview';
import { MapChoice } from './MapChoice';
import { TaskStatus } from './TaskStatus';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

const importable = template.tables.filter(({ group }) => group === 'data');

interface Props {
  /** The one table that records are wanted for; absent = the person chooses. */
  readonly table?: string;
  /** Tells of the result in the place of this panel. */
  readonly onDone?: (done: Done) => void;
}

/** Brings a file in: choose, look at what would happen, accept (C-05). Nothing is written before the last step. */
export function ImportPanel({ table: only, onDone }: Props) {
  const { session, t, language } = usePane();
  const { data, locked, reload } = useWorkbook();
  const styles = useStyles();
  const [table, setTable] = useState(only ?? importable[0]!.id);
  const [file, setFile] = useState<File | null>(null);
  const [mapFile, setMapFile] = useState<File | null>(null);
  const prepare = useTask<PreparedImport>();
  const write = useTask<Done>((done) => {
    setFile(null);
    prepare.reset();
    if (onDone) onDone(done);
    else reload();
  });
  const prepared = prepare.state.status === 'done' ? prepare.state.value : null;
  const busy = write.state.status === 'running' || prepare.state.status === 'running';

  const look = (chosen: File, into: string, mapping: File | null) => {
    setFile(chosen);
    write.reset();
    prepare.run(async (options) => {
      const bytes = new Uint8Array(await chosen.arrayBuffer());
      const map = mapping ? await readMapFile(mapping) : undefined;
      return session.prepareImport(data.snapshot, into, { fileName: chosen.name, bytes }, { ...options, map });
    });
  };
  const chooseTable = (next: string) => {
    setTable(next);
    if (file) look(file, next, mapFile);
  };
  const chooseMap = (next: File | null) => {
    setMapFile(next);
    if (file) look(file, table, next);
  };
  const accept = (consent?: Consent) =>
    prepared && write.run((options) => session.runImport(prepared, { ...options, consent }));
  const leave = () => {
    setFile(null);
    prepare.reset();
  };

  return (
    <>
      {!onDone && write.state.status === 'done' ? (
        <DoneBar done={write.state.value} text={t('pane.import.done', { count: write.state.value.report.appended })} />
      ) : (
        <TaskStatus task={write} label={t('pane.import.writing')} onRetry={() => accept()} onConsent={accept} />
      )}
      {(write.state.status === 'cancelled' || write.state.status === 'failed') && <Body1>{t('pane.import.cut')}</Body1>}
      {!only && (
        <Field label={t('pane.import.table')}>
          <Select value={table} disabled={busy} onChange={(_, { value }) => chooseTable(value)}>
            {importable.map(({ id }) => (
              <option key={id} value={id}>
                {tableTitle(id, language)}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <FileDrop
        fileName={file?.name ?? null}
        disabled={busy || locked}
        onFile={(chosen) => look(chosen, table, mapFile)}
      />
      <MapChoice fileName={mapFile?.name ?? null} disabled={busy || locked} onFile={chooseMap} />
      <TaskStatus task={prepare} label={t('pane.import.reading')} onRetry={() => file && look(file, table, mapFile)} />
      {prepared && write.state.status !== 'running' && (
        <>
          <ImportPreview prepared={prepared} />
          <div className={styles.actions}>
            <Button appearance="primary" disabled={locked || prepared.records.length === 0} onClick={() => accept()}>
              {t('pane.import.button', { count: prepared.records.length })}
            </Button>
            <Button onClick={leave}>{t('pane.cancel')}</Button>
          </div>
        </>
      )}
    </>
  );
}

/** A map file as `crm new --map` takes it. @throws CrmError `badMap` */
async function readMapFile(file: File): Promise<UserMap> {
  let json: unknown;
  try {
    json = JSON.parse(await file.text());
  } catch (error) {
    throw new CrmError('badMap', { place: file.name, value: (error as Error).message });
  }
  return readUserMap(json);
}
