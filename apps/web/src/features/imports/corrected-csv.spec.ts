import { describe, expect, it } from '@jest/globals';
import { correctedCsv, type CorrectedRow } from './corrected-csv';

describe('rows corrected by hand', () => {
  it('are a file with the names of the columns, cells with separators and quotation marks in quotation marks', () => {
    const rows: CorrectedRow[] = [
      { row: 7, values: { serviceNumber: 'SND-1', nameEn: 'Mirza, "Zainab"' } },
      { row: 9, values: { serviceNumber: 'SND-2', nameUr: 'زینب' } },
    ];
    expect(correctedCsv(['serviceNumber', 'nameEn', 'nameUr'], rows)).toBe(
      '\ufeffserviceNumber,nameEn,nameUr\r\nSND-1,"Mirza, ""Zainab""",\r\nSND-2,,زینب\r\n',
    );
  });
});
