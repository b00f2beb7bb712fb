import { addDays, civilDate, type CivilDate } from '@jssu/kernel';

/** 31 December 2199, the last day that the calendar of this product has, in the 1900 system. */
const LAST_1900 = 109_574;
/** The 1904 system counts 1 January 1904 as day 0, the 1900 system as day 1462. */
const OFFSET_1904 = 1_462;

/**
 * The day of an Excel day number. In the 1900 system day 1 is 1 January 1900 and day 60 is 29 February 1900, which
 * never was: Excel keeps the fault of Lotus 1-2-3 (ECMA-376 part 1, 18.17.4.1). A time of day is dropped.
 */
export function excelDay(serial: number, date1904: boolean): CivilDate | undefined {
  if (!(serial >= 0)) return undefined;
  const day = Math.floor(serial) + (date1904 ? OFFSET_1904 : 0);
  if (!(day >= 1 && day <= LAST_1900) || (day === 60 && !date1904)) return undefined;
  return addDays(EPOCH, day < 60 ? day - 1 : day - 2);
}

const EPOCH = civilDate('1900-01-01');
