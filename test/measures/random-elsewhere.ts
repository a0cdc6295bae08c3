import fc from 'fast-check';
import type { PersonIds } from '../../src/model/reading.ts';
import type { Row, Tables } from './case.ts';

/** Where an extract's early help comes from, and what was said of the ids that come with it. */
export interface Elsewhere {
  /** Of the SSD's own early help: none of it elsewhere, all of it, or some there, some here and some in both. */
  readonly episodes: 'none' | 'all' | 'some';
  readonly contacts: boolean;
  readonly births: readonly (string | null)[];
  readonly said: PersonIds | null;
}

/** An extract of one authority, with what it said of the ids. */
export interface Extract {
  readonly tables: Tables;
  readonly earlyHelpPersons: PersonIds | null;
}

/** Takes births; gives where early help comes from: half of the time from the SSD alone. */
export function randomElsewhere(born: fc.Arbitrary<string | null>): fc.Arbitrary<Elsewhere> {
  return fc.record({
    episodes: fc.constantFrom('none', 'none', 'none', 'all', 'some', 'some'),
    contacts: fc.constantFrom(true, false, false),
    births: fc.array(born, { minLength: 1, maxLength: 5 }),
    said: fc.constantFrom('shared', 'shared', 'of its own', null),
  });
}

/** Takes the tables of the SSD and where early help comes from; gives the same with some of it from another system. */
export function movedElsewhere(
  tables: Tables,
  { episodes, contacts, births, said }: Elsewhere,
): Extract {
  const held = tables['ssd_early_help_episodes'] ?? [];
  const [stay, go] =
    episodes === 'none' ? [() => true, () => false] : episodes === 'all' ? ALL : SOME;
  const bornAt = (place: number) => ({ date_of_birth: births[place % births.length] ?? null });
  const contacted = contacts ? (tables['ssd_contacts'] ?? []).filter(isNotThird) : [];
  return {
    earlyHelpPersons: said,
    tables: {
      ...tables,
      ssd_early_help_episodes: held.filter((_, place) => stay(place)),
      eh_episodes: held
        .filter((_, place) => go(place))
        .map((row, place) => ({ ...renamed(row, EPISODE), ...bornAt(place) })),
      eh_contacts: contacted.map((row, place) => ({ ...renamed(row, CONTACT), ...bornAt(place) })),
    },
  };
}

/** Takes extracts; gives them all as the first has it: without early help from elsewhere where it has none. */
export function alike(extracts: readonly Extract[]): Extract[] {
  const [first] = extracts;
  const { eh_contacts: contacts = [], eh_episodes: episodes = [] } = first?.tables ?? {};
  return extracts.map(({ tables }) => ({
    earlyHelpPersons: first?.earlyHelpPersons ?? null,
    tables: {
      ...tables,
      eh_contacts: contacts.length > 0 ? (tables['eh_contacts'] ?? []) : [],
      eh_episodes: episodes.length > 0 ? (tables['eh_episodes'] ?? []) : [],
    },
  }));
}

const ALL = [() => false, () => true] as const;
/** In turn: here, there, in both. */
const SOME = [(place: number) => place % 3 !== 1, (place: number) => place % 3 !== 0] as const;
const isNotThird = (_: Row, place: number) => place % 3 !== 2;

const EPISODE = {
  earl_episode_id: 'episode_id',
  earl_person_id: 'person_id',
  earl_episode_start_date: 'start_date',
  earl_episode_end_date: 'end_date',
  earl_episode_end_reason: 'end_reason',
};
const CONTACT = {
  cont_contact_id: 'contact_id',
  cont_person_id: 'person_id',
  cont_contact_date: 'contact_date',
  cont_contact_source_code: 'source',
};

function renamed(row: Row, names: Readonly<Record<string, string>>): Row {
  return Object.fromEntries(
    Object.entries(names).map(([column, name]) => [name, row[column] ?? null]),
  );
}
