/** One record of a text: its values, and where in the text it stands. */
export interface TextRecord {
  readonly values: readonly string[];
  readonly start: number;
  /** Where the next one starts. */
  readonly end: number;
}

/**
 * Takes text, a delimiter and how many records are wanted; gives the first ones by RFC 4180: quotes doubled, line breaks
 * inside quotes. Values are trimmed. The last may be cut short where the text is.
 */
export function firstRecords(text: string, delimiter: string, wanted: number): TextRecord[] {
  const records: TextRecord[] = [];
  for (let start = 0; start < text.length && records.length < wanted;) {
    const record = recordAt(text, delimiter, start);
    records.push(record);
    start = record.end;
  }
  return records;
}

function recordAt(text: string, delimiter: string, start: number): TextRecord {
  const values: string[] = [];
  let value = '';
  let quoted = false;
  let place = start;
  for (; place < text.length; place += 1) {
    const character = text.charAt(place);
    if (quoted && character === '"' && text.charAt(place + 1) === '"') {
      value += '"';
      place += 1;
    } else if (character === '"' && (quoted || value === '')) {
      quoted = !quoted;
    } else if (!quoted && character === delimiter) {
      values.push(value.trim());
      value = '';
    } else if (!quoted && (character === '\n' || character === '\r')) {
      break;
    } else {
      value += character;
    }
  }
  const crlf = text.startsWith('\r\n', place);
  return { values: [...values, value.trim()], start, end: place + (crlf ? 2 : 1) };
}
