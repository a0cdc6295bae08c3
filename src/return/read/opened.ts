import { parsedJson } from '../../model/json.ts';
import type { ReturnForm } from '../../model/return.ts';
import type { Definition, ReturnDocument } from '../../model/return-document.ts';
import type { RawTable } from './raw-table.ts';
import { type ReadAbout, readAbout } from './read-about.ts';
import { definitionList } from './read-definitions.ts';
import type { Remarks } from './remarks.ts';
import { Members, refusal } from './shape.ts';

/** A file that was opened: what it says of itself, its definitions, and its observations as they stand there. */
export interface Opened {
  readonly form: ReturnForm;
  readonly read: ReadAbout;
  readonly definitions: readonly Definition[];
  readonly observations: RawTable;
  /** Holds the sheets that people read, where it has such, against the document. */
  readonly checkSheets?: (document: ReturnDocument, remarks: Remarks) => void;
}

/** Takes text, where it stands and how often an object may have a name; gives what it holds as JSON. Throws a Problem where it is none. */
export function parseJson(json: string, at: string, names: 'once' | 'twice' = 'once'): unknown {
  try {
    return parsedJson(json, names);
  } catch (thrown) {
    const why = thrown instanceof RangeError ? thrown.message : 'is not JSON, or is cut off';
    throw refusal(at, why, thrown);
  }
}

/** Takes an object that holds what a file says of itself and its definitions, and no more; gives both. */
export function readWhole(read: unknown, at: string): Pick<Opened, 'read' | 'definitions'> {
  const members = new Members(read, at);
  const found = { read: readAbout(members), definitions: members.of('measures', definitionList) };
  members.done();
  return found;
}

const PART = /^(\d+) of (\d+): ([\s\S]*) :\1 of \2$/;

/** Takes the parts of a JSON in any order, and where they stand; gives what they hold. Throws a Problem where one is missing. */
export function joinParts(cells: readonly string[], at: string): unknown {
  const parts = new Map<number, string>();
  let count = 0;
  for (const cell of cells) {
    const [, place, of, json] = PART.exec(cell) ?? [];
    if (place === undefined || of === undefined || json === undefined) continue;
    parts.set(Number(place), json);
    count = Number(of);
  }
  const joined = Array.from({ length: Math.min(count, cells.length) }, (_, place) =>
    parts.get(place + 1),
  );
  if (count === 0 || joined.length < count || joined.includes(undefined)) {
    throw refusal(at, 'is not there, or a part of it is missing: it says whose return it is');
  }
  return parseJson(joined.join(''), at);
}
