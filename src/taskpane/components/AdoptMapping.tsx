import {
  Checkbox,
  Field,
  Input,
  Select,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { mappableColumns } from '../../actions/adopt/propose';
import type { AdoptionProposal, Corrections, ProposedColumn } from '../../actions/adopt/types';
import { columnDef, tableDef } from '../../template/load';
import { columnName } from '../../xlsx/address';
import { usePane } from '../context';
import { joined } from '../inText';
import { narrow } from '../reflow';
import { tableTitle } from '../tableTitle';

const useStyles = makeStyles({
  choices: {
    display: 'grid',
    gridTemplateColumns: '1fr 110px',
    alignItems: 'end',
    gap: tokens.spacingHorizontalS,
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  table: { tableLayout: 'fixed', [narrow]: { '& th, & td': { paddingInline: tokens.spacingHorizontalXXS } } },
  cell: {
    verticalAlign: 'top',
    paddingTop: tokens.spacingVerticalS,
    paddingBottom: tokens.spacingVerticalS,
    overflowWrap: 'anywhere',
  },
  select: { minWidth: 0, width: '100%' },
  hint: { display: 'block', color: tokens.colorNeutralForeground2 },
  misfit: { display: 'block', color: tokens.colorPaletteDarkOrangeForeground1 },
});

interface Props {
  readonly proposal: AdoptionProposal;
  readonly corrections: Corrections;
  readonly onCorrect: (corrections: Corrections) => void;
}

/** What the records are, and column by column what each of the person's columns is taken for; everything can be changed. */
export function AdoptMapping({ proposal, corrections, onCorrect }: Props) {
  const { t } = usePane();
  const styles = useStyles();
  const { adoption, columns, records, missing, totalsRow, needsRoom } = proposal;
  const top = adoption.row - proposal.headerRow;
  const setColumn = (position: number, column: string | null) =>
    onCorrect({ ...corrections, columns: { ...corrections.columns, [position]: column } });
  return (
    <>
      <AdoptChoices
        candidates={proposal.candidates}
        table={proposal.table}
        headerRow={adoption.row + 1}
        onTable={(table) => onCorrect({ ...corrections, table, columns: {} })}
        onHeaderRow={(row) => onCorrect({ ...corrections, headerRow: row - 1 - top, columns: {} })}
      />
      <Text weight="semibold">{t('adopt.map.records', { count: records })}</Text>
      <Table size="small" className={styles.table}>
        <TableHeader>
          <TableRow>
            <TableHeaderCell>{t('adopt.map.yours')}</TableHeaderCell>
            <TableHeaderCell>{t('adopt.map.is')}</TableHeaderCell>
          </TableRow>
        </TableHeader>
        <TableBody>
          {columns.map((column) => (
            <ColumnRow
              key={column.position}
              column={column}
              proposal={proposal}
              onChange={(id) => setColumn(column.position, id)}
            />
          ))}
        </TableBody>
      </Table>
      <Text>{t('adopt.map.added', { count: missing.length })}</Text>
      {(totalsRow !== null || corrections.totalsAreRecords) && (
        <Checkbox
          checked={corrections.totalsAreRecords ?? false}
          onChange={(_, { checked }) => onCorrect({ ...corrections, totalsAreRecords: checked === true })}
          label={t('adopt.map.totals', { row: top + (totalsRow ?? proposal.headerRow + adoption.rows - 1) + 1 })}
        />
      )}
      {needsRoom && (
        <Checkbox
          checked={corrections.insertColumns ?? false}
          onChange={(_, { checked }) => onCorrect({ ...corrections, insertColumns: checked === true })}
          label={t('adopt.map.insert')}
        />
      )}
    </>
  );
}

interface ChoicesProps {
  readonly candidates: readonly string[];
  readonly table: string;
  /** As Excel counts. */
  readonly headerRow: number;
  readonly onTable: (table: string) => void;
  readonly onHeaderRow: (row: number) => void;
}

/** What the records are and where the headings stand. */
export function AdoptChoices({ candidates, table, headerRow, onTable, onHeaderRow }: ChoicesProps) {
  const { t, language } = usePane();
  const styles = useStyles();
  return (
    <div className={styles.choices}>
      <Field label={t('adopt.map.table')}>
        <Select className={styles.select} value={table} onChange={(_, { value }) => onTable(value)}>
          {candidates.map((id) => (
            <option key={id} value={id}>
              {tableTitle(id, language)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('adopt.map.headerRow')}>
        <Input
          type="number"
          min={1}
          input={{ style: { width: '100%' } }}
          value={String(headerRow)}
          onChange={(_, { value }) => Number(value) >= 1 && onHeaderRow(Math.floor(Number(value)))}
        />
      </Field>
    </div>
  );
}

interface RowProps {
  readonly column: ProposedColumn;
  readonly proposal: AdoptionProposal;
  readonly onChange: (column: string | null) => void;
}

function ColumnRow({ column, proposal: { table, columns, adoption }, onChange }: RowProps) {
  const { t, language } = usePane();
  const styles = useStyles();
  const index = columns.indexOf(column);
  const header = column.header || t('adopt.map.noHeader', { column: columnName(adoption.column + index) });
  const taken = new Set(columns.filter((other) => other !== column).map((other) => other.column));
  const meant = column.meant === null ? '' : columnDef(tableDef(table), column.meant).caption[language];
  return (
    <TableRow>
      <TableCell className={styles.cell}>
        <Text weight="semibold">{header}</Text>
        <Text size={200} className={styles.hint}>
          {column.filled ? t('adopt.map.samples', { samples: joined(column.samples, ', ') }) : t('adopt.map.empty')}
        </Text>
      </TableCell>
      <TableCell className={styles.cell}>
        <Select
          size="small"
          className={styles.select}
          aria-label={t('adopt.map.choose', { header })}
          value={column.column ?? ''}
          onChange={(_, { value }) => onChange(value || null)}
        >
          <option value="">{t('adopt.map.own')}</option>
          {mappableColumns(table)
            .filter(({ id }) => !taken.has(id))
            .map(({ id, caption }) => (
              <option key={id} value={id}>
                {caption[language]}
              </option>
            ))}
        </Select>
        <Text size={200} className={styles.hint}>
          {t(`adopt.reason.${column.reason}`, { column: meant })}
        </Text>
        {column.misfits.map(({ code, count, examples }) => (
          <Text key={code} size={200} className={styles.misfit}>
            {t(`adopt.misfit.${code}`, { count, examples: joined(examples, ', ') })}
          </Text>
        ))}
      </TableCell>
    </TableRow>
  );
}
