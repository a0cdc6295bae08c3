import { afterAll, beforeAll, expect, it } from 'vitest';
import { openNative } from '../../build/native.ts';
import type { Database } from '../../src/engine/database.ts';
import { all, literal } from '../../src/engine/sql.ts';
import { spec } from '../../src/spec/spec.ts';
import { CLEANING_MACROS, longWordsMacro } from '../../src/intake/clean.ts';
import { openWasm } from './wasm.ts';

let native: Database;
let wasm: Database;

beforeAll(async () => {
  [native, wasm] = await Promise.all([openNative(), openWasm()]);
  for (const database of [native, wasm]) {
    for (const macro of [longWordsMacro(spec.codeLists), ...CLEANING_MACROS])
      await database.run(macro);
  }
});
afterAll(() => Promise.all([native.close(), wasm.close()]));

const DATES = `
  select t, form, clean_day(d)::varchar as day, date_mark(t, form, d) as mark, month_first(clean_day(d))::varchar as turned
  from (select *, read_date(plain) as d from (select *, plain_date(t, form) as plain from (select *, date_form(t) as form
  from (select some_text(trimmed(x)) as t from given))))`;

/** Each macro by what is asked of it, and texts for which it does different things. */
const ASKED: readonly (readonly [of: string, sql: string, texts: readonly string[]])[] = [
  [
    'text',
    'select trimmed(x) as trimmed, some_text(trimmed(x)) as text, some_word(trimmed(x)) as word from given',
    [
      'a',
      ' a ',
      '\u00a0é\u00a0',
      '\ta\r\n',
      '',
      ' ',
      'null',
      '(NULL)',
      'nan',
      'Nan',
      'None',
      'N/A',
    ],
  ],
  [
    'ids',
    'select clean_id(x) as id, is_rounded_id(x) as rounded from given',
    [
      ...[
        '10234',
        '00123',
        '000',
        '10234.0',
        '10234.5',
        ' 7 ',
        'R-00123',
        '',
        '1.0234E+04',
        '1.2E+04',
      ],
      ...[
        '9.007199254740993E+15',
        '1.5E+999',
        '{3f2504e0-4f89-11d3-9a0c-0305e82c3301}',
        '1.02345e+004',
      ],
    ],
  ],
  [
    'flags and words',
    'select clean_flag(x) as flag, clean_word(x) as word, plain_word(x) as plain, without_its_bracket(x) as bare from given',
    [
      'Y',
      'no',
      '-1',
      '0.0',
      '✓',
      '☐',
      'x',
      'w'.repeat(81),
      'É’s_œuvre – two\u00a0 words',
      'a&b',
      'general practitioner (gp)',
      'white british)',
      '',
    ],
  ],
  [
    'outcomes',
    `select outcome_keys(x) as keys, outcome_flag(outcome_keys(x), 'NFA_FLAG') as flag from given`,
    [
      '{"NFA_FLAG":"Y","COMMENTS":"é "NFA_FLAG":"N""}',
      '{"OUTCOME_NFA_FLAG" :\n false, "Comments": ""}',
      '"{\\"NFA_FLAG\\":\\"N\\"}"',
      '{"NFA_FLAG":"Y',
      'CIN Referral',
      '',
    ],
  ],
  [
    'dates',
    DATES,
    [
      ...[
        '2025-03-31',
        '2025-03-31T00:00:00Z',
        '2025-03-31 00:00:00.0000000',
        '2025-02-30',
        '31/03/2025',
      ],
      ...[
        '05/06/2025',
        '05/05/2025',
        '03/31/2025',
        '31/13/2025',
        '1.4.25 9:05',
        '31-12-50',
        '31-MAR-25',
      ],
      ...[
        '31 March 2025',
        '1st Sept 24',
        'Apr  1 2025 12:00AM',
        'March 31, 2025',
        '20250331',
        '2025/3/1',
      ],
      ...[
        '45747',
        '45747.5',
        '99999',
        '1',
        '0.0',
        '01/01/1900',
        '1899-12-30',
        '00/01/1900',
        '9999-12-31',
      ],
      ...['0001-01-01', '1899-11-30', 'last week', 'NULL'],
    ],
  ],
];

it.each(ASKED)('%s are cleaned in the page as in native DuckDB', async (_, sql, texts) => {
  const values = texts.map((text, nth) => `(${nth}, ${literal(text)})`).join(', ');
  const given = `with given as (select x from (values ${values}) v (nth, x) order by nth)`;
  const inNative = all(await native.rows(`${given} ${sql}`));
  expect(all(await wasm.rows(`${given} ${sql}`))).toEqual(inNative);
  // Not everything comes out alike: the macros are looked at where they part.
  expect(new Set(inNative.map((row) => JSON.stringify(row))).size).toBeGreaterThan(3);
});

it('leaves out no macro', () => {
  const names = CLEANING_MACROS.map((macro) => /macro (\w+)/.exec(macro)?.[1] ?? macro);
  const asked = ASKED.map(([, sql]) => sql).join();
  const within = ['month_named', 'written_out', 'whole_id', 'before_comments', 'is_coded_outcome'];
  expect(names.filter((name) => !asked.includes(`${name}(`) && !within.includes(name))).toEqual([]);
});
