import { parseDay } from './calendar.ts';
import type { Day } from './calendar.ts';
import type { Cell, Extract, Row } from './extract.ts';
import { cell, hasRows } from './rows.ts';

/** The columns of early help from another system, and what the specification calls them. */
const EPISODE = {
  episode_id: 'earl_episode_id',
  person_id: 'earl_person_id',
  start_date: 'earl_episode_start_date',
  end_date: 'earl_episode_end_date',
  end_reason: 'earl_episode_end_reason',
};
const SAME = ['earl_episode_id', 'earl_person_id', 'earl_episode_start_date'];
const TABLES = ['eh_contacts', 'eh_episodes', 'eh_assessments'];

/** Whether the system that gave early help has its own ids for persons, and another gave rows with which they could be mixed up. */
export function hasOwnIds(extract: Extract): boolean {
  const { tables, earlyHelpPersons: said = null } = extract;
  const isOther = (table: string) => table.startsWith('ssd_') && !table.startsWith('ssd_ehcp_');
  if (!Object.keys(tables).some((table) => isOther(table) && hasRows(extract, table))) return false;
  if (said !== null) return said === 'of its own';
  return hasRows(extract, 'eh_contacts') || hasRows(extract, 'eh_episodes');
}

function named(extract: Extract, id: Cell): Cell {
  return id !== null && hasOwnIds(extract) ? `theirs: ${id}` : id;
}

/** The rows of one of their tables, each person under an id that no other system has. */
export function theirRows(extract: Extract, table: string): Row[] {
  return (extract.tables[table] ?? []).map((row) => ({
    ...row,
    person_id: named(extract, cell(row, 'person_id')),
  }));
}

/** Their episodes under the specification's names, but for those that the SSD holds too. Only the first row of an id is theirs. */
export function theirEpisodes(extract: Extract): Row[] {
  const own = extract.tables['ssd_early_help_episodes'] ?? [];
  const met = new Set<Cell>();
  return theirRows(extract, 'eh_episodes').flatMap((row) => {
    const id = cell(row, 'episode_id');
    if (id === null || met.has(id)) return [];
    met.add(id);
    const entries = Object.entries(EPISODE).map(([theirs, ours]) => [ours, cell(row, theirs)]);
    const episode: Row = Object.fromEntries(entries);
    const isHeld = own.some((other) =>
      SAME.every((column) => cell(other, column) !== null && other[column] === episode[column]),
    );
    return isHeld ? [] : [{ ...episode, earl_episode_id: `theirs: ${id}` }];
  });
}

/** When persons were born whom the SSD does not know: what most of their rows say, and of as many the earliest. */
export function theirBirths(extract: Extract): Map<string, Day> {
  const told = new Map<string, Map<string, number>>();
  for (const row of TABLES.flatMap((table) => theirRows(extract, table))) {
    const person = cell(row, 'person_id');
    const born = cell(row, 'date_of_birth');
    if (person === null || born === null) continue;
    const times = told.get(person) ?? new Map<string, number>();
    told.set(person, times.set(born, (times.get(born) ?? 0) + 1));
  }
  const births = new Map<string, Day>();
  for (const [person, times] of told) {
    const most = Math.max(...times.values());
    const days = [...times].filter(([, many]) => many === most).map(([day]) => day);
    births.set(person, Math.min(...days.map(parseDay)));
  }
  for (const row of extract.tables['ssd_person'] ?? []) {
    births.delete(cell(row, 'pers_person_id') ?? '');
  }
  return births;
}

/** Whether the two tables know their children by the same ids, each of them being the SSD's own, theirs, or both together. */
export function canBeJoined(extract: Extract): { contacts: boolean; socialCare: boolean } {
  const own = hasOwnIds(extract);
  const theirs = hasRows(extract, 'eh_episodes');
  const ours = !theirs || hasRows(extract, 'ssd_early_help_episodes');
  const mixed = hasRows(extract, 'eh_contacts') ? ours : theirs;
  return { contacts: !own || !mixed, socialCare: !own || !theirs };
}
