import type { FileMetaData, SchemaElement } from 'hyparquet';
import { plainMoment, plainNumber } from './csv.ts';

/** How the values of one column are read as text. */
export interface ValueReader {
  readonly name: string;
  readonly text: (value: unknown) => string;
  /** Whether it holds moments in universal time, whose day depends on where one stands. */
  readonly isInstant: boolean;
}

/** A moment as it is written: milliseconds since 1970, so that no Date stands between. */
export const PARSERS = {
  timestampFromMilliseconds: (count: bigint | undefined) => moment(count, 1n),
  timestampFromMicroseconds: (count: bigint | undefined) => moment(count, 1000n),
  timestampFromNanoseconds: (count: bigint | undefined) => moment(count, 1_000_000n),
  dateFromDays: (days: number | undefined) => (days == null ? undefined : days * 86_400_000),
  jsonFromBytes: (bytes: Uint8Array | undefined) => bytes,
};

function moment(count: bigint | undefined, perMillisecond: bigint): number | undefined {
  if (count == null) return undefined;
  const whole = count / perMillisecond;
  return Number(count % perMillisecond < 0n ? whole - 1n : whole);
}

/** Takes a file's description; gives how each of its columns is read, in order. */
export function readersFor({ schema }: FileMetaData): ValueReader[] {
  const readers: ValueReader[] = [];
  // The schema is a tree, written out depth first: what stands inside a column is passed over.
  for (let place = 1; place < schema.length; place = afterTree(schema, place)) {
    const element = schema[place];
    if (element) readers.push(readerFor(element));
  }
  return readers;
}

/**
 * Takes a file's description; gives it with its decimals as the whole numbers they are stored as. They would be read as
 * floating point, in which an identifier of more than 15 digits is another one.
 */
export function withRawDecimals(metadata: FileMetaData): FileMetaData {
  return {
    ...metadata,
    schema: metadata.schema.map((element) => {
      if (!isDecimal(element)) return element;
      const raw = { ...element };
      delete raw.converted_type;
      delete raw.logical_type;
      return raw;
    }),
  };
}

function afterTree(schema: readonly SchemaElement[], place: number): number {
  let after = place + 1;
  for (let children = schema[place]?.num_children ?? 0; children > 0; children -= 1) {
    if (after >= schema.length)
      throw new RangeError('a column says that it holds more than there is');
    after = afterTree(schema, after);
  }
  return after;
}

function readerFor(element: SchemaElement): ValueReader {
  const { name, logical_type: logical, converted_type: converted, type } = element;
  const isInstant = logical?.type === 'TIMESTAMP' && logical.isAdjustedToUTC;
  if (isDecimal(element)) {
    const scale = element.scale ?? 0;
    return { name, isInstant, text: (value) => decimalText(value, scale) };
  }
  const isMoment =
    logical?.type === 'TIMESTAMP' ||
    logical?.type === 'DATE' ||
    type === 'INT96' ||
    converted === 'DATE' ||
    converted === 'TIMESTAMP_MILLIS' ||
    converted === 'TIMESTAMP_MICROS';
  if (isMoment) {
    const local = isInstant ? inUkTime : (milliseconds: number) => milliseconds;
    return {
      name,
      isInstant,
      text: (value) => (typeof value === 'number' ? plainMoment(local(value)) : plainText(value)),
    };
  }
  if (type === 'FLOAT') {
    // Four bytes hold seven digits: more would be made up.
    return {
      name,
      isInstant,
      text: (value) => plainText(typeof value === 'number' ? Number(value.toPrecision(7)) : value),
    };
  }
  return { name, isInstant, text: plainText };
}

function isDecimal({ converted_type, logical_type }: SchemaElement): boolean {
  return converted_type === 'DECIMAL' || logical_type?.type === 'DECIMAL';
}

function plainText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return plainNumber(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'bigint') return value.toString();
  if (value instanceof Uint8Array) return new TextDecoder().decode(value);
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'bigint' ? inner.toString() : inner,
  );
}

function decimalText(value: unknown, scale: number): string {
  const whole = value instanceof Uint8Array ? signed(value) : wholeOf(value);
  if (whole === null) return '';
  const sign = whole < 0n ? '-' : '';
  const digits = (whole < 0n ? -whole : whole).toString().padStart(scale + 1, '0');
  const point = digits.length - scale;
  const part = digits.slice(point).replace(/0+$/, '');
  return sign + digits.slice(0, point) + (part === '' ? '' : `.${part}`);
}

function wholeOf(value: unknown): bigint | null {
  return typeof value === 'number' || typeof value === 'bigint' ? BigInt(value) : null;
}

/** The highest byte first, in two's complement. */
function signed(bytes: Uint8Array): bigint {
  const value = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  return BigInt.asIntN(bytes.length * 8, value);
}

const UK_TIME = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  timeZoneName: 'longOffset',
});

/** The same moment as a clock in England shows it: the day on which something was recorded is the day there. */
function inUkTime(milliseconds: number): number {
  const zone = UK_TIME.formatToParts(milliseconds).find(({ type }) => type === 'timeZoneName');
  return zone?.value === 'GMT+01:00' ? milliseconds + 3_600_000 : milliseconds;
}
