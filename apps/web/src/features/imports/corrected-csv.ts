export interface CorrectedRow {
  readonly row: number;
  readonly values: Readonly<Record<string, string>>;
}

/** The rows as a small file of their own. Its headers are the API's own names of the columns, known in every language. */
export function correctedCsv(columns: readonly string[], rows: readonly CorrectedRow[]): string {
  const lines = [columns, ...rows.map(({ values }) => columns.map((column) => values[column] ?? ''))];
  return `\ufeff${lines.map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`;
}

function quoted(cell: string): string {
  return /["\r\n,;\t]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
