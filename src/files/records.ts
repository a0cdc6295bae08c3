const [LF, CR] = [0x0a, 0x0d];

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
  let place = start;
  for (;;) {
    const field = text.charAt(place) === '"' ? quotedAt(text, delimiter, place) : null;
    const end = field?.end ?? endOfPlain(text, delimiter, place);
    values.push((field?.value ?? text.slice(place, end)).trim());
    place = end;
    if (text.charAt(place) !== delimiter) break;
    place += 1;
  }
  const crlf = text.startsWith('\r\n', place);
  return { values, start, end: place + (crlf ? 2 : 1) };
}

/** Where a field ends that does not begin with a quote: a quote within is a character like others. */
function endOfPlain(text: string, delimiter: string, start: number): number {
  const code = delimiter.charCodeAt(0);
  let place = start;
  for (; place < text.length; place += 1) {
    const character = text.charCodeAt(place);
    if (character === code || character === LF || character === CR) break;
  }
  return place;
}

function quotedAt(text: string, delimiter: string, start: number): { value: string; end: number } {
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
    } else if (!quoted && (character === delimiter || character === '\n' || character === '\r')) {
      break;
    } else {
      value += character;
    }
  }
  return { value, end: place };
}
