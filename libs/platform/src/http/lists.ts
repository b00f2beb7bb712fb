import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { defineErrors } from '@jssu/kernel';

const listErrors = defineErrors('list', {
  'bad-cursor': {
    status: 400,
    title: { en: 'The cursor is not valid', ur: 'کرسر درست نہیں', zh: '游标无效' },
    remedy: { en: 'Start again without a cursor.', ur: 'کرسر کے بغیر دوبارہ شروع کریں۔', zh: '请不带游标重新开始。' },
  },
});

/** What every list takes. Pages follow a key, never an offset: rows added meanwhile shift nothing. */
export class ListQuery {
  /** Rows on a page, 1 to 200. */
  @ApiPropertyOptional({ minimum: 1, maximum: 200, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit: number = 50;

  /** `nextCursor` of the page before. */
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(500)
  cursor?: string;
}

export interface Page<T> {
  readonly items: T[];
  /** Null on the last page. */
  readonly nextCursor: string | null;
}

export function encodeCursor(key: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** @throws `list.bad-cursor` for anything that `encodeCursor` did not make with that many parts */
export function decodeCursor(cursor: string | undefined, parts: number): string[] | undefined {
  if (cursor === undefined) return undefined;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(key) && key.length === parts && key.every((part) => ['string', 'number'].includes(typeof part))) {
      return key.map(String);
    }
  } catch {
    // told below
  }
  throw listErrors['bad-cursor']();
}

/** Makes a page of rows that were read with `limit + 1`. */
export function keysetPage<T>(
  rows: readonly T[],
  limit: number,
  keyOf: (row: T) => readonly (string | number)[],
): Page<T> {
  const items = rows.slice(0, limit);
  return { items, nextCursor: rows.length > limit ? encodeCursor(keyOf(items[items.length - 1])) : null };
}
