import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNative } from '../../build/native.ts';
import type { Database } from '../../src/engine/database.ts';
import { listWords } from '../../src/measure/local-words.ts';
import type { LocalWord, MappedWord } from '../../src/model/word.ts';
import { spec } from '../../src/spec/spec.ts';
import { type CaseOptions, type Row, type Tables, caseOf, layCases } from './case.ts';
import { only } from './native.ts';
import { earlyHelp } from './rows/early-help.ts';
import { person } from './rows/person.ts';
import { openWasm } from './wasm.ts';

const ENGINES: readonly (readonly [name: string, open: () => Promise<Database>])[] = [
  ['native DuckDB', openNative],
  ['DuckDB-WASM', openWasm],
];
const MEASURED = only(['eh-8']);
const QUARTER = '2025-26 Q1';
const options: CaseOptions = { quarters: [QUARTER] };

/** Takes how many episodes ended with each reason; gives an extract of them. */
function ended(reasons: Readonly<Record<string, number>>): Tables {
  const all = Object.entries(reasons).flatMap(([reason, count]) =>
    Array<string>(count).fill(reason),
  );
  return {
    ssd_person: all.map((_, place) => person(`p${place}`, '2015-01-01')),
    ssd_early_help_episodes: all.map((reason, place) =>
      earlyHelp(`e${place}`, `p${place}`, '2025-01-06', '2025-05-06', reason),
    ),
  };
}

/** Takes contacts by the code and the description of their source, as often as they are met; gives an extract of them. */
function contacts(
  sources: readonly (readonly [code: string, desc: string, count: number])[],
): Tables {
  const all = sources.flatMap(([code, desc, count]) =>
    Array.from({ length: count }, () => [code, desc] as const),
  );
  const rows = all.map(([code, desc], place): Row => ({
    cont_contact_id: `c${place}`,
    cont_person_id: 'p',
    cont_contact_date: '2025-05-06',
    cont_contact_source_code: code,
    cont_contact_source_desc: desc,
  }));
  return { ssd_person: [person('p', '2015-01-01')], ssd_contacts: rows };
}

const reason = (word: string, group: string): MappedWord => ({
  list: 'early_help_end_reason',
  word,
  group,
});
const source = (word: string, group: string): MappedWord => ({
  list: 'referral_source',
  word,
  group,
});

describe.each(ENGINES)('local words in %s', (_, open) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
    await layCases(database, spec);
  });
  afterAll(() => database.close());

  const measured = (tables: Tables, words: readonly MappedWord[] = []) =>
    caseOf(database, MEASURED, tables, { ...options, words });

  /** The words of an extract as the page has them, those of the child left out. */
  async function listed(tables: Tables, own: readonly MappedWord[] = []): Promise<LocalWord[]> {
    await measured(tables);
    return (await listWords(database, spec, own)).filter(({ list }) => list !== 'sex');
  }

  const brief = ({ word, rows, waiting, group }: LocalWord) => [word, rows, waiting, group?.id];

  it('move the figures of their list once they are mapped, and back once they are not', async () => {
    const tables = ended({ 'Closed - happy': 4, 'Outcome met': 3, Police: 3 });
    const met = async (words: readonly MappedWord[]) =>
      (await measured(tables, words)).figure('eh-8', 'closed', QUARTER, 'end_reason met');
    expect(await met([])).toBe(3);
    expect(await met([reason('closed - happy', 'met')])).toBe(7);
    // What the authority says of a word takes the place of what the national list says.
    expect(await met([reason('closed - happy', 'met'), reason('outcome met', 'other')])).toBe(4);
    // A word of another list is another word.
    expect(await met([source('closed - happy', 'police')])).toBe(3);
    expect(await met([])).toBe(3);
  });

  it('are mapped however they are written', async () => {
    const tables = ended({ 'CLOSED  - happy': 3, 'Closed - Happy': 3 });
    const words = [reason('closed - happy', 'met')];
    expect(
      (await measured(tables, words)).figure('eh-8', 'closed', QUARTER, 'end_reason met'),
    ).toBe(6);
    expect((await listed(tables)).map(brief)).toEqual([['closed - happy', 6, 6, undefined]]);
  });

  it('may hold what SQL would take for its own', async () => {
    const tables = ended({ "x'); drop table ssd_person; --": 3 });
    const words = [reason("x'); drop table ssd person; --", 'met')];
    expect(
      (await measured(tables, words)).figure('eh-8', 'closed', QUARTER, 'end_reason met'),
    ).toBe(3);
    expect((await listed(tables, words)).map(brief)).toEqual([[words[0]?.word, 3, 0, 'met']]);
  });

  it('can be many hundreds', async () => {
    const many = Array.from({ length: 450 }, (__, place) => reason(`reason ${place}`, 'met'));
    const tables = ended({ 'Reason 0': 3, 'Reason 449': 4 });
    expect((await measured(tables, many)).figure('eh-8', 'closed', QUARTER, 'end_reason met')).toBe(
      7,
    );
  });

  it('are listed with who says what they stand for, those first that most rows wait for', async () => {
    const tables = ended({
      'Family happy': 3,
      'Consent withdrawn': 9,
      'Now with CAMHS': 5,
      Moved: 4,
    });
    const found = await listed(tables, [reason('moved', 'moved')]);
    expect(found.map(brief)).toEqual([
      ['now with camhs', 5, 5, undefined],
      ['family happy', 3, 3, undefined],
      ['consent withdrawn', 9, 0, 'disengaged'],
      ['moved', 4, 0, 'moved'],
    ]);
    expect(found.map(({ group }) => group?.by)).toEqual([
      undefined,
      undefined,
      'the national list',
      'you',
    ]);
    expect(found[0]).toMatchObject({
      written: 'Now with CAMHS',
      columns: ['ssd_early_help_episodes.earl_episode_end_reason'],
      moves: ['eh-6', 'eh-8', 'eh-9'],
    });
  });

  it('are never listed where they are on fewer than three rows, or too long', async () => {
    const found = await listed(
      ended({
        'Zoe went to her aunt': 2,
        [`A long story ${'about Zoe '.repeat(9)}`]: 5,
        'Needs met': 2,
      }),
    );
    expect(found).toEqual([]);
  });

  it('are asked by what describes them, where a code has a description', async () => {
    const found = await listed(
      contacts([
        ['17', 'Family hub team', 4],
        ['18', 'Police', 3],
        ['19', '', 3],
        ['20', 'Crisis line', 3],
        ['20', 'Crisis text', 3],
        // Rare: it becomes other local text, and only the code is left to ask about.
        ['21', 'Told by Zoe’s aunt', 1],
        ['21', 'Told by Zoe’s uncle', 1],
        ['21', '', 1],
      ]),
    );
    expect(found.map((one) => [one.word, one.rows, one.waiting, one.described])).toEqual([
      ['family hub team', 4, 4, null],
      ['19', 3, 3, null],
      ['21', 3, 3, null],
      ['crisis line', 3, 3, null],
      ['crisis text', 3, 3, null],
      ['20', 6, 0, null],
      ['17', 4, 0, 'Family hub team'],
      ['18', 3, 0, 'Police'],
      ['police', 3, 0, null],
    ]);
  });

  it('wait no more where another column of the row tells the group', async () => {
    const tables = contacts([['17', 'Family hub team', 4]]);
    const found = await listed(tables, [source('17', 'la-services')]);
    expect(found.map(brief)).toEqual([
      ['17', 4, 0, 'la-services'],
      ['family hub team', 4, 0, undefined],
    ]);
  });

  it('are counted once where two tables and two columns have them', async () => {
    const tables = contacts([['Hub', 'Hub', 3]]);
    const referral = (place: number): Row => ({
      cine_referral_id: `r${place}`,
      cine_person_id: 'p',
      cine_referral_date: '2025-05-06',
      cine_referral_source_desc: 'HUB',
    });
    const found = await listed({ ...tables, ssd_cin_episodes: [0, 1, 2, 3].map(referral) });
    expect(found.map(brief)).toEqual([['hub', 7, 7, undefined]]);
    expect(found[0]).toMatchObject({
      written: 'HUB',
      columns: [
        'ssd_contacts.cont_contact_source_code',
        'ssd_contacts.cont_contact_source_desc',
        'ssd_cin_episodes.cine_referral_source_desc',
      ],
      moves: ['riia-01', 'riia-02', 'riia-03', 'riia-04', 'eh-1', 'eh-2'],
    });
  });
});
