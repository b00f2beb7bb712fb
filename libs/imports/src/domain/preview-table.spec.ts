import { previewTable } from './preview-table.js';
import { workbookOf } from './workbook.fixtures.js';

const look = (text: string, rows: number[] = [], mapping = {}) =>
  previewTable(Buffer.from(text), mapping, new Set(rows));
const headerOf = (found: Awaited<ReturnType<typeof look>>, wanted: string) =>
  found.columns.find(({ column }) => column === wanted)?.header;

describe('a look into a file', () => {
  it('tells its headers, and which stands for which column as far as that is known', async () => {
    const found = await look('Belt No;What he is called;Unit;یونٹ\nA;B;C;D\n');
    expect(found.headers).toEqual(['Belt No', 'What he is called', 'Unit', 'یونٹ']);
    expect(found.columns).toHaveLength(16);
    expect(['serviceNumber', 'nameEn', 'unit'].map((column) => headerOf(found, column))).toEqual([
      'Belt No',
      null,
      'Unit',
    ]);
    expect(found.rows).toEqual([]);
  });

  it('takes what the mapping says before what it recognises', async () => {
    const mapping = { nameEn: 'What he is called', unit: 'یونٹ' };
    const found = await look('Belt No;What he is called;Unit;یونٹ\nA;B;C;D\n', [2], mapping);
    expect(headerOf(found, 'unit')).toBe('یونٹ');
    expect(found.rows).toEqual([{ row: 2, values: { serviceNumber: 'A', nameEn: 'B', unit: 'D' } }]);
  });

  it('gives the rows with the numbers that Excel shows, and reads no further', async () => {
    const text = 'Service number,Name,Unit\nA-1,B,C\n\nA-2,B,"C, D"\nA-3,B,C\n"never closed';
    expect((await look(text, [4])).rows).toEqual([
      { row: 4, values: { serviceNumber: 'A-2', nameEn: 'B', unit: 'C, D' } },
    ]);
    await expect(look(text, [9])).rejects.toMatchObject({ code: 'imports.quote-broken' });
  });

  it('turns day numbers of either system into dates, and leaves other cells as they stand', async () => {
    const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
    const header = `<row>${text('Service number')}${text('Date of birth')}${text('Joined on')}</row>`;
    const rows = `${header}<row>${text('A-1')}<c><v>35064</v></c>${text('31.02.1994')}</row>`;
    const found = await previewTable(workbookOf({ rows, workbookPr: 'date1904="1"' }), {}, new Set([2]));
    expect(found.rows).toEqual([
      { row: 2, values: { serviceNumber: 'A-1', dateOfBirth: '2000-01-01', joinedOn: '31.02.1994' } },
    ]);
  });
});
