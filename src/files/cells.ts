import { type CellObject, SSF } from '@e965/xlsx';
import { plainMoment, plainNumber, plainTime } from './csv.ts';

const DAY = 86_400_000;
const FIRST_DAY = Date.UTC(1899, 11, 30);
/** Excel counts a 29 February 1900: what it calls day 1 to 59 is a day later than the count says. */
const LEAP_DAY = 60;
/** Days between the two ways in which workbooks count. */
const SINCE_1904 = 1462;

/** How the cells of one workbook are read as text. */
export class CellReader {
  readonly #since1904: boolean;
  readonly #dates = new Map<string, boolean>();
  /** How many cells held an error, such as `#N/A`. */
  errors = 0;

  constructor(since1904: boolean) {
    this.#since1904 = since1904;
  }

  /** Takes a cell; gives its value as text: no format but that of dates is looked at, and no time zone. */
  text(cell: CellObject | undefined): string {
    switch (cell?.t) {
      case 's':
        return String(cell.v ?? '');
      case 'b':
        return cell.v ? 'TRUE' : 'FALSE';
      case 'e':
        this.errors += 1;
        return '';
      case 'n':
        return typeof cell.v === 'number' ? this.#number(cell.v, cell.z) : '';
      case 'd':
        return cell.v instanceof Date ? plainMoment(cell.v.getTime()) : '';
      default:
        return '';
    }
  }

  #number(value: number, format: CellObject['z']): string {
    if (typeof format !== 'string' || value < 0 || !this.#isDate(format)) return plainNumber(value);
    // Less than a day is a time of day, or an empty date: not a day in 1899.
    if (value < 1) return plainTime(Math.round(value * DAY));
    const counted = this.#since1904 ? value + SINCE_1904 : value;
    return plainMoment(FIRST_DAY + Math.round((counted < LEAP_DAY ? counted + 1 : counted) * DAY));
  }

  #isDate(format: string): boolean {
    let isDate = this.#dates.get(format);
    if (isDate === undefined) {
      isDate = Boolean(SSF.is_date(format));
      this.#dates.set(format, isDate);
    }
    return isDate;
  }
}
