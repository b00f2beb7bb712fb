import { pack } from './write-workbook.js';

export interface WorkbookParts {
  /** Content of `sheetData`. */
  readonly rows: string;
  readonly strings?: string;
  readonly styles?: string;
  /** Attributes of `workbookPr`. */
  readonly workbookPr?: string;
  /** Content of `sheets`; by default one visible sheet. */
  readonly sheets?: string;
  /** Before the root element of the sheet. */
  readonly prolog?: string;
  readonly more?: readonly (readonly [string, string | Uint8Array])[];
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';
const SHEET = '<sheet name="People" sheetId="1" r:id="rId1"/>';

/** A workbook as other programs write it, put together by hand. */
export function workbookOf({ rows, strings, styles, workbookPr, sheets, prolog, more }: WorkbookParts): Uint8Array {
  return pack([
    ['[Content_Types].xml', `${DECLARATION}<Types/>`],
    [
      'xl/workbook.xml',
      `${DECLARATION}<workbook><workbookPr ${workbookPr ?? ''}/><sheets>${sheets ?? SHEET}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${DECLARATION}<Relationships>${[1, 2]
        .map(
          (n) =>
            `<Relationship Id="rId${n}" Type="http://x/relationships/worksheet" Target="worksheets/sheet${n}.xml"/>`,
        )
        .join('')}</Relationships>`,
    ],
    ['xl/worksheets/sheet1.xml', `${DECLARATION}${prolog ?? ''}<worksheet><sheetData>${rows}</sheetData></worksheet>`],
    ...(strings === undefined ? [] : [['xl/sharedStrings.xml', `${DECLARATION}<sst>${strings}</sst>`] as const]),
    ...(styles === undefined ? [] : [['xl/styles.xml', `${DECLARATION}<styleSheet>${styles}</styleSheet>`] as const]),
    ...(more ?? []),
  ]);
}
