import type { Database } from '../engine/database.ts';
import { identifier, numberFrom } from '../engine/sql.ts';
import type { TableReport } from '../model/extract.ts';
import type { Reading, UnsettledPersons } from '../model/reading.ts';
import type { Spec, SsdTable } from '../spec/types.ts';
import { setEarlyHelpIds } from './tables.ts';

/** What the question is settled from. */
interface Taken {
  readonly database: Database;
  readonly spec: Pick<Spec, 'tables'>;
  readonly reading: Reading;
}

/**
 * Takes the engine with its tables loaded, their reports and what was settled before; notes whether early help from another
 * system knows persons by the ids of the SSD. Gives the question, where it arises and nobody has answered it: then the ids
 * are taken to be its own, so that no two children are taken for one. It does not arise where there is nothing to join:
 * early help alone, or none from another system. Assessments alone are a list beside the SSD's own early help, and share its ids.
 */
export async function settleEarlyHelpPersons(
  { database, spec, reading }: Taken,
  reports: readonly TableReport[],
): Promise<UnsettledPersons | null> {
  const filesOf = ({ name }: SsdTable) =>
    reports.find(({ table, state }) => table === name && state === 'read')?.files ?? [];
  const given = spec.tables.filter(
    (table) => personIn(table) !== null && filesOf(table).length > 0,
  );
  const fromElsewhere = given.filter((table) => !isSsd(table));
  const ssd = given.filter(isSsd);
  const said = reading.earlyHelpPersons;
  const meet = ssd.length > 0 && fromElsewhere.length > 0;
  const arises = meet && fromElsewhere.some(({ standsFor }) => standsFor !== null);
  const settled = !arises || said !== null;
  const shared = !meet || said === 'shared' || (said === null && !arises);
  await setEarlyHelpIds(database, { shared, settled });
  if (settled) return null;
  const files = fromElsewhere.flatMap(filesOf);
  return { kind: 'early help persons', files, ...(await count(database, fromElsewhere, ssd)) };
}

async function count(
  database: Database,
  fromElsewhere: readonly SsdTable[],
  ssd: readonly SsdTable[],
): Promise<Pick<UnsettledPersons, 'persons' | 'alsoInSocialCare'>> {
  const counted = await database.rows(`
    with person as (${fromElsewhere.map(personsSql).join(' union ')}),
    known as (${ssd.map(personsSql).join(' union ')})
    select
      count(*)::integer as persons,
      (count(*) filter (where person_id in (select person_id from known)))::integer as also
    from person`);
  const row = counted.at(0);
  return { persons: numberFrom(row['persons']), alsoInSocialCare: numberFrom(row['also']) };
}

function personsSql(table: SsdTable): string {
  const person = identifier(personIn(table) ?? 'person_id');
  return `select ${person} as person_id from ${identifier(table.name)} where ${person} is not null`;
}

function isSsd({ name }: SsdTable): boolean {
  return name.startsWith('ssd_');
}

/** The column of a table that is read and names its person; null where it has none. */
function personIn({ columns }: SsdTable): string | null {
  const named = columns.find(({ name, type }) => type === 'id' && /(^|_)person_id$/.test(name));
  return named?.used === true ? named.name : null;
}
