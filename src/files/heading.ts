const DELIMITERS = [',', ';', '\t', '|'] as const;

/** How much of a file is looked at for its heading. */
const ENOUGH = 262_144;

export interface Heading {
  readonly delimiter: string;
  readonly headings: readonly string[];
}

/** Takes a file's UTF-8 content; gives the delimiter that parts its first line into the most columns, and those columns. */
export async function readHeading(content: Blob): Promise<Heading> {
  const opening = await content.slice(0, ENOUGH).text();
  const readings = DELIMITERS.map((delimiter) => ({
    delimiter,
    headings: firstRecord(opening, delimiter),
  }));
  return readings.reduce((best, next) =>
    next.headings.length > best.headings.length ? next : best,
  );
}

/** Takes text and a delimiter; gives the values of its first record, by RFC 4180: quotes doubled, line breaks inside quotes. */
export function firstRecord(text: string, delimiter: string): string[] {
  const values: string[] = [];
  let value = '';
  let quoted = false;
  for (let place = 0; place < text.length; place += 1) {
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
  return [...values, value.trim()];
}
