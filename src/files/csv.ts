/** About how much text is held before it is put away. */
const PART = 4_000_000;

/** Rows on their way to CSV: comma, LF, quotes where they are needed. */
export class CsvRows {
  readonly #parts: Blob[] = [];
  #text = '';

  /** Takes the values of one row; none make an empty line. */
  add(values: readonly string[]): void {
    this.#text += `${values.map(inCsv).join(',')}\n`;
    if (this.#text.length < PART) return;
    this.#parts.push(new Blob([this.#text]));
    this.#text = '';
  }

  /** Gives all rows. */
  content(): Blob {
    return new Blob([...this.#parts, this.#text]);
  }
}

/** A line break inside a value is an LF, as the rows' own: readers stumble over two kinds. */
function inCsv(value: string): string {
  if (!/[",\r\n]/.test(value)) return value;
  return `"${value.replaceAll('"', '""').replace(/\r\n?/g, '\n')}"`;
}

/** Takes a number; gives all its digits: never `1.0234E+04`. What is no whole number has the 15 digits that are certain. */
export function plainNumber(value: number): string {
  if (!Number.isFinite(value)) return '';
  if (Number.isSafeInteger(value)) return String(value);
  if (Number.isInteger(value)) return BigInt(value).toString();
  const certain = Number(value.toPrecision(15));
  const text = String(certain);
  return text.includes('e') ? certain.toFixed(20).replace(/0+$/, '') : text;
}

const SECOND = 1000;
const DAY = 86_400 * SECOND;
/** A table has few days and many rows. */
const days = new Map<number, string>();

/** Takes milliseconds since 1970, of no time zone; gives `2025-03-31`, with the time where it is not midnight. */
export function plainMoment(milliseconds: number): string {
  const number = Math.floor(milliseconds / DAY);
  const day = days.get(number) ?? dayText(number);
  const after = milliseconds - number * DAY;
  return after === 0 || day === '' ? day : `${day} ${plainTime(after)}`;
}

/** Takes milliseconds since midnight; gives `09:30:00`, and what is beyond whole seconds where there is any. */
export function plainTime(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / SECOND);
  const parts = [seconds / 3600, (seconds / 60) % 60, seconds % 60];
  const text = parts.map((part) => String(Math.floor(part)).padStart(2, '0')).join(':');
  const beyond = Math.floor(milliseconds % SECOND);
  return beyond === 0 ? text : `${text}.${String(beyond).padStart(3, '0')}`;
}

function dayText(number: number): string {
  const day = new Date(number * DAY);
  const text = Number.isNaN(day.getTime()) ? '' : (day.toISOString().split('T')[0] ?? '');
  days.set(number, text);
  return text;
}
