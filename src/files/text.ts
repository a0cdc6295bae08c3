import { decode } from './decode.ts';
import {
  CHECK_EXPORT,
  type FoundFile,
  type LeftFile,
  type Remark,
  type Source,
  type TextTable,
  left,
} from './found.ts';
import { LIMITS } from '../model/limits.ts';
import { withoutUnseen } from '../model/shown-text.ts';
import { readHeading } from './heading.ts';
import { tooManyColumns } from './leaving.ts';
import type { OnShare } from './share.ts';

/** Takes a file of text; gives its table, or why it has none. */
export async function readText(source: Source, on: OnShare): Promise<FoundFile> {
  const { content, nuls, spoilt } = await decode(source.content, on);
  if (await isNoText(content, nuls, source.content.size)) {
    return left(source, 'unreadable file', 'is not text in lines and columns.', CHECK_EXPORT);
  }
  const remarks: Remark[] = [];
  if (nuls > 0) {
    remarks.push({
      says: 'holds nul characters, which no text has. They were left out, and the rest was read.',
      todo: 'Look whether the export broke off or was changed on its way.',
    });
  }
  if (spoilt) {
    remarks.push({
      says: 'says that it is UTF-8, and holds characters that are not. Each was read as �.',
      todo: 'Export the table again if a code or an identifier may hold letters with accents.',
    });
  }
  return asTable({ ...source, content }, remarks);
}

/** Takes text in UTF-8, what is known of it, and its delimiter where that is known; gives its table, or that it has no heading. */
export async function asTable(
  source: Source,
  remarks: readonly Remark[],
  delimiter?: string,
): Promise<TextTable | LeftFile> {
  const { content } = source;
  const heading = await readHeading(content, delimiter);
  if (heading.headings.every((text) => text === '')) {
    return left(source, 'empty file', 'has no heading in its first line.', CHECK_EXPORT);
  }
  if (heading.headings.length > LIMITS.columns.most) return tooManyColumns(source);
  const { start, titles, underline } = heading;
  return {
    kind: 'table',
    path: source.path,
    modified: source.modified,
    // An empty line in place of the dashes keeps the lines below at their numbers.
    content: underline
      ? new Blob([content.slice(start, underline.from), '\n', content.slice(underline.to)])
      : start > 0
        ? content.slice(start)
        : content,
    delimiter: heading.delimiter,
    headings: heading.headings.map((text) => withoutUnseen(text).trim()),
    opening: heading.opening,
    linesAbove: heading.linesAbove,
    remarks: titles === 0 ? remarks : [...remarks, linesPassedOver(titles)],
  };
}

function linesPassedOver(titles: number): Remark {
  return {
    says:
      titles === 1
        ? 'has a line above its heading, which was passed over.'
        : `has ${titles} lines above its heading, which were passed over.`,
    todo: 'Nothing to do, if it is a title. If it is a row of the table, export the table again with its column names in the first line.',
  };
}

/** Nuls in more than one place of ten, or other bytes that no text has in more than one of a hundred. */
async function isNoText(content: Blob, nuls: number, size: number): Promise<boolean> {
  if (nuls * 10 > size) return true;
  const opening = new Uint8Array(await content.slice(0, 65_536).arrayBuffer());
  const odd = opening.filter((byte) => byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d));
  return odd.length * 100 > opening.length;
}
