import { canonicalJson, sha256 } from '../files/sha256.ts';
import type { ReturnDocument } from '../model/return-document.ts';
import { type Seal, aboutOf } from './about.ts';
import { type ObservationRow, observationRows } from './observation-rows.ts';
import { rowsAbout } from './status.ts';

/** Takes a document; gives its seal: the same whatever the order its rows stand in. It proves no sender, only that nothing changed. */
export async function sealOf(document: ReturnDocument): Promise<Seal> {
  const rows = observationRows(document.observations, rowsAbout(document));
  const [observations, rest] = await Promise.all([
    digestOf(rows),
    sha256(canonicalJson([aboutOf(document), document.definitions])),
  ]);
  const withheld = rows.filter(({ outcome }) => outcome === 'withheld').length;
  return { withheld, observations, rest };
}

/** The SHA-256 of rows as lines of JSON in the order of their text. */
function digestOf(rows: readonly ObservationRow[]): Promise<string> {
  // A row's values stand in the order of the columns.
  const lines = rows.map((row) => JSON.stringify(Object.values(row)));
  return sha256(lines.sort().join('\n'));
}
