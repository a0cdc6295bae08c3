import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gives a folder of its own for files that may change while they are read. It is gone when the tests are. */
export function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'quarterlight-faults-'));
  process.once('exit', () => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** Takes a file's name and its lines; writes it, and gives its path. */
function written(name: string, lines: readonly string[]): string {
  const path = join(folder(), name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

/** Writes one person, and gives the file's path. */
export const persons = () =>
  written('ssd_person.csv', ['pers_person_id,pers_dob,pers_sex', '1,2015-01-01,F']);

/** Takes a number of rows; writes contacts, and gives the file's path. */
export function contacts(rows: number): string {
  const path = written('ssd_contacts_20250714.csv', [
    'cont_contact_id,cont_person_id,cont_contact_date,cont_contact_source_desc',
  ]);
  for (let row = 0; row < rows; row += 100_000) {
    const count = Math.min(100_000, rows - row);
    const lines = Array.from(
      { length: count },
      (_, at) => `c${row + at},${at},2025-05-01,Police\n`,
    );
    appendFileSync(path, lines.join(''));
  }
  return path;
}
