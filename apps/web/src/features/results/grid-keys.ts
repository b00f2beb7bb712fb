/** Where the keyboard is in the sheet. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

const PAGE_ROWS = 10;

interface Pressed {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/**
 * Where a key leads, as in a spreadsheet; undefined for a key that does not lead anywhere.
 * @param editing within the text of the cell: keys sideways move there
 * @param rtl the columns run from right to left
 */
export function placeAfter(
  pressed: Pressed,
  { row, column }: Place,
  { rows, columns, editing, rtl }: { rows: number; columns: number; editing: boolean; rtl: boolean },
): Place | undefined {
  const { key, shiftKey, ctrlKey, metaKey, altKey } = pressed;
  if (altKey) return undefined;
  const far = ctrlKey || metaKey;
  const to = (toRow: number, toColumn: number): Place => ({
    row: Math.min(rows - 1, Math.max(0, toRow)),
    column: Math.min(columns - 1, Math.max(0, toColumn)),
  });
  const forward = rtl ? 'ArrowLeft' : 'ArrowRight';
  const sideways = key === 'ArrowLeft' || key === 'ArrowRight' || key === 'Home' || key === 'End';
  if (sideways && (editing || shiftKey)) return undefined;
  switch (key) {
    case 'Enter':
      return to(row + (shiftKey ? -1 : 1), column);
    case 'ArrowDown':
      return to(far ? rows : row + 1, column);
    case 'ArrowUp':
      return to(far ? 0 : row - 1, column);
    case 'ArrowLeft':
    case 'ArrowRight': {
      const step = key === forward ? 1 : -1;
      return to(row, far ? (step > 0 ? columns : 0) : column + step);
    }
    case 'PageDown':
      return to(row + PAGE_ROWS, column);
    case 'PageUp':
      return to(row - PAGE_ROWS, column);
    case 'Home':
      return to(far ? 0 : row, 0);
    case 'End':
      return to(far ? rows : row, columns);
    default:
      return undefined;
  }
}
