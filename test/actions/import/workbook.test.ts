import { strToU8, zipSync } from 'fflate';
import ExcelJS from 'exceljs';
import { toSerial } from '../../../src/shared/dates';
import { importDeals, told } from './fixtures';

/** A sheet as people send it: a title, an empty row, headers, typed cells. */
async function workbookBytes(date1904 = false): Promise<Uint8Array<ArrayBuffer>> {
  const workbook = new ExcelJS.Workbook();
  workbook.properties.date1904 = date1904;
  const sheet = workbook.addWorksheet('销售');
  sheet.addRows([
    ['2024 年销售'],
    [],
    ['客户', '阶段', '电话', '金额', '赢率', '创建日期', '会议时间', '已归档'],
    [
      '=Acme',
      '发现机会',
      '007',
      1200.5,
      0.35,
      new Date(Date.UTC(2024, 1, 29)),
      new Date(Date.UTC(2024, 1, 29, 14, 30)),
      true,
    ],
    ['Beta', '客户承诺', 13800138000, '1.2万', '40%', '2024年3月5日', null, '否'],
  ]);
  sheet.getCell('E4').numFmt = '0%';
  return Uint8Array.from(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

describe('importing a workbook', () => {
  it.each([false, true])('should read typed cells when the date system is 1904: %p', async (date1904) => {
    const { records, problems, encoding } = await importDeals(await workbookBytes(date1904));

    expect(records.map(({ values: { id: _, ...values } }) => values)).toEqual([
      {
        customer: '=Acme',
        stage: 'found',
        phone: '007',
        amount: 1200.5,
        probability: 0.35,
        createdAt: toSerial('2024-02-29'),
        meetingAt: toSerial('2024-02-29T14:30'),
        archived: true,
      },
      {
        customer: 'Beta',
        stage: 'committed',
        phone: '13800138000',
        amount: 12_000,
        probability: 0.4,
        createdAt: toSerial('2024-03-05'),
        meetingAt: null,
        archived: false,
      },
    ]);
    expect([told(problems), encoding]).toEqual([[], 'xlsx']);
  });

  it('should refuse a zip that is no workbook', async () => {
    const zip = Uint8Array.from(zipSync({ 'readme.txt': strToU8('hello') }));

    await expect(importDeals(zip)).rejects.toMatchObject({ code: 'notXlsx' });
  });
});
