import { describe, expect, it } from 'vitest';
import { type Files, lines, openIntake } from './intake.ts';

const intake = openIntake();
const MARK = 'Zebedee';
const KNOWN = 'child-77';

/** Every column of text of every table and view that holds the word somewhere, as `table.column`. */
async function columnsWith(word: string): Promise<string[]> {
  const columns = await intake.rows(`
    select format('"{}"."{}"."{}"', table_catalog, table_schema, table_name) as place, table_name, column_name
    from information_schema.columns
    where data_type = 'VARCHAR' and table_schema = 'main'
    order by table_name, column_name`);
  const met = columns.map(
    ({ place, table_name: table, column_name: column }) =>
      `select '${table}.${column}' as met from ${place} where contains(lower("${column}"), lower('${word}'))`,
  );
  const found = await intake.rows(
    `select distinct met from (${met.join(' union all ')}) order by met`,
  );
  return found.map((row) => String(row['met']));
}

const PERSON = 'pers_person_id,pers_dob,pers_sex,pers_ethnicity,pers_forename,pers_surname';
const EPISODE =
  'cine_referral_id,cine_person_id,cine_referral_date,cine_referral_nfa,cine_referral_source_desc,cine_referral_outcome_json';

describe(`a name planted in a file`, () => {
  it.each<[string, Files]>([
    [
      'among the columns of names',
      { 'ssd_person.csv': lines(PERSON, `${KNOWN},2010-01-01,F,WBRI,${MARK},Smith${MARK}son`) },
    ],
    [
      'in the text of an outcome',
      {
        'ssd_cin_episodes.csv': lines(
          EPISODE,
          `1,${KNOWN},2025-01-01,N,Police,"{""COMMENTS"": ""${MARK}\nwas seen""}"`,
        ),
        'ssd_cin_assessments.csv': lines(
          'cina_assessment_id,cina_person_id,cina_assessment_outcome_json',
          `1,${KNOWN},"${MARK}"`,
        ),
        'ssd_contacts.csv': lines(
          'cont_contact_id,cont_person_id,cont_contact_date,cont_contact_outcome_json',
          ...['1', '2', '3'].map((id) => `${id},${KNOWN},2025-01-01,"{""COMMENTS"": ""${MARK}""}"`),
        ),
        'ssd_s47_enquiry.csv': lines('s47e_s47_enquiry_id,s47e_s47_outcome_json', `1,${MARK}`),
      },
    ],
    [
      'in an outcome that is no JSON, or no more',
      {
        'ssd_cin_episodes.csv': lines(
          EPISODE,
          ...[
            `{""NFA_FLAG"":""Y"",""COMMENTS"":""${MARK} said ""NFA_FLAG"":""Y"" and\nleft`,
            `{""OUTCOME_NFA_FLAG"":""N"",""OUTCOME_COMMENTS"":""${'x'.repeat(3000)} ${MARK} ${'x'.repeat(950)}`,
            `{""NFA_FLAG"":""${MARK}"",""X_FLAG"":""N""}`,
            `{""notes"":""${MARK}""}`,
            `[${MARK}]`,
            `NFA, see COMMENTS of ${MARK}`,
            `seen by ${MARK} at home ${'x'.repeat(80)}`,
            `told by ${MARK}`,
          ].flatMap((text) => [`1,${KNOWN},2025-01-01,N,Police,"${text}"`, `2,${KNOWN},,,,`]),
        ),
      },
    ],
    [
      'behind a national code',
      {
        'ssd_cin_episodes.csv': lines(EPISODE, `1,${KNOWN},2025-01-01,N,1A - ${MARK} next door,`),
      },
    ],
    [
      'in columns and tables that are not known',
      {
        'ssd_person.csv': lines(`${PERSON},local_notes`, `${KNOWN},,F,WBRI,,,${MARK}`),
        'notes.csv': lines('id,notes', `1,${MARK}`),
        'ssd_address.csv': lines('addr_table_id,addr_address_json', `1,${MARK}`),
      },
    ],
    [
      'in lines that cannot be read',
      {
        'ssd_person.csv': lines(PERSON, `${KNOWN},,F,WBRI,,`, `2,${MARK}`, `3,,F,WBRI,,,,${MARK}`),
      },
    ],
    [
      'beside a quote that does not close',
      {
        'ssd_person.csv': lines(PERSON, `${KNOWN},,F,WBRI,,`, `2,,F,WBRI,"${MARK},`, '3,,F,,,'),
      },
    ],
    [
      'where a date, a flag or a word should be',
      {
        'ssd_cin_episodes.csv': lines(
          EPISODE,
          `1,${KNOWN},see ${MARK},${MARK},told by ${MARK},`,
          ...Array<string>(5).fill(`2,${KNOWN},,,${MARK} ${'x'.repeat(80)},`),
        ),
      },
    ],
  ])('is in no table afterwards: %s', async (_, files) => {
    await intake.given(files);
    // The search finds what was meant to be loaded.
    expect(await columnsWith(KNOWN)).not.toEqual([]);
    expect(await columnsWith(MARK)).toEqual([]);
  });

  it('is in no table on the way, where it stands in an outcome', async () => {
    const met: string[] = [];
    const walks: string[] = [];
    await intake.watched(
      {
        'ssd_cin_episodes.csv': lines(
          EPISODE,
          `1,${KNOWN},2025-01-01,N,Police,"{""NFA_FLAG"":""Y"",""COMMENTS"":""${MARK}""}"`,
        ),
      },
      async () => {
        met.push(...(await columnsWith(MARK)));
        walks.push(...(await columnsWith(KNOWN)));
      },
    );
    expect(met).toEqual([]);
    // It was looked for while the rows were on their way, too.
    expect(walks).toContain('incoming.cine_person_id');
  });

  it('leaves no table of rejected lines behind', async () => {
    await intake.given({ 'ssd_person.csv': lines(PERSON, MARK, `${KNOWN},,F,WBRI,,`) });
    const tables = await intake.rows(
      "select table_name from information_schema.tables where table_name like 'reject%'",
    );
    expect(tables).toEqual([]);
  });

  it('is in no sentence that is told', async () => {
    const report = await intake.given({
      'ssd_person.csv': lines(
        PERSON,
        `${KNOWN},${MARK},${MARK},,${MARK},${MARK}`,
        MARK,
        `2,"${MARK}`,
      ),
    });
    expect(report.findings.length).toBeGreaterThan(1);
    expect(JSON.stringify(report)).not.toContain(MARK);
  });

  it('is not told either where it stands in the first line of a file without a heading', async () => {
    const report = await intake.given({
      'ssd_person.csv': lines(`1,2010-01-01,F,WBRI,${MARK}`, `2,2010-01-01,F,WBRI,${MARK}`),
    });
    expect(report.findings).toHaveLength(1);
    expect(JSON.stringify(report)).not.toContain(MARK);
    expect(await columnsWith(MARK)).toEqual([]);
  });
});
