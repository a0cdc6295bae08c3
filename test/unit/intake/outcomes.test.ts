import { describe, expect, it } from 'vitest';
import { lines, openIntake } from './intake.ts';

const intake = openIntake();

const FLAG = 'cine_referral_outcome_json_nfa_flag';
const OTHER = 'other local text';

/** What each text of a referral's outcome is read as: its word, and whether it says that there was no further action. */
async function read(texts: readonly string[]) {
  await intake.given({
    'ssd_cin_episodes.csv': lines(
      'cine_referral_id,cine_referral_outcome_json',
      ...texts.map((text, place) => `${place},"${text.replaceAll('"', '""')}"`),
    ),
  });
  const rows = await intake.rows(
    `select cine_referral_outcome_json as word, ${FLAG} as flag from ssd_cin_episodes order by rowid`,
  );
  return texts.map((text, place) => [text, rows[place]?.['flag'], rows[place]?.['word']]);
}

describe('an outcome told as JSON', () => {
  it.each<[string, readonly (readonly [string, boolean | null])[]]>([
    [
      'gives the flag that is named, whatever is around it',
      [
        ['{"SINGLE_ASSESSMENT_FLAG":"N","NFA_FLAG":"Y","COMMENTS":""}', true],
        ['{"NFA_FLAG":"N","NUMBER_OF_OUTCOMES":"1"}', false],
        ['{\n  "NFA_FLAG" : "Yes" ,\n  "COMMENTS" : "x"\n}', true],
        ['{"NFA_FLAG":true,"X":1}', true],
        ['{"NFA_FLAG":0}', false],
        ['{"NFA_FLAG": 1 }', true],
        ['[{"NFA_FLAG":"Y"}]', true],
        ['"{\\"NFA_FLAG\\":\\"Y\\"}"', true],
      ],
    ],
    ['gives it with OUTCOME_ in front', [['{"OUTCOME_NFA_FLAG":"Y","OUTCOME_COMMENTS":""}', true]]],
    [
      'gives nothing where nothing is said',
      [
        ['{"NFA_FLAG":null,"X_FLAG":"Y"}', null],
        ['{"NFA_FLAG":"","X_FLAG":"Y"}', null],
        ['{"NFA_FLAG":"perhaps"}', null],
        ['{"OTHER_NFA_FLAG":"Y","NFA_FLAGS":"Y"}', null],
        ['{}', null],
        ['', null],
      ],
    ],
    [
      'gives nothing from the words of a worker, however they are broken',
      [
        ['{"X_FLAG":"N","COMMENTS":"he said "NFA_FLAG":"Y" and\nleft"}', null],
        ['{"X_FLAG":"N","OUTCOME_COMMENTS":"{\\"NFA_FLAG\\":\\"Y\\"}"}', null],
        ['{"X_FLAG":"N","Comments":"\\"NFA_FLAG\\":\\"Y\\""}', null],
        ['{"COMMENTS":"x","NFA_FLAG":"Y"}', null],
        ['{"NFA_FLAG":"N","COMMENTS":""NFA_FLAG":"Y""}', false],
        ['{"NOTE":"the NFA_FLAG is Y"}', null],
      ],
    ],
    [
      'gives what stands before the place where it was cut, and nothing of what was cut in its middle',
      [
        ['{"NFA_FLAG":"Y","X_FLAG":"N","COMM', true],
        ['{"X_FLAG":"N","NFA_FLAG":"Y', null],
        ['{"X_FLAG":"N","NFA_FLAG":', null],
        ['{"X_FLAG":"N","NFA_FL', null],
        [`{"NFA_FLAG":"Y","COMMENTS":"${'w'.repeat(4000)}`, true],
      ],
    ],
  ])('%s', async (_, given) => {
    expect(await read(given.map(([text]) => text))).toEqual(
      given.map(([text, flag]) => [text, flag, null]),
    );
  });
});

describe('an outcome told in words', () => {
  it('is a word of a vocabulary, and no flag', async () => {
    const words = ['CIN Referral, EH Referral', 'NFA_ required', 'Y'].flatMap((word) => [
      ...[word, word, word],
    ]);
    expect(await read(words)).toEqual(words.map((word) => [word, null, word]));
  });

  it('is other local text where it is rare or long, and nothing where it may hold JSON', async () => {
    const long = `He ${'was seen '.repeat(10)}`.trim();
    const hidden = 'see below: "X_FLAG":"N","COMMENTS":"he was seen"';
    expect(await read(['met once', long, long, long, hidden, hidden, hidden])).toEqual([
      ['met once', null, OTHER],
      ...[long, long, long].map((text) => [text, null, OTHER]),
      ...[hidden, hidden, hidden].map((text) => [text, null, null]),
    ]);
  });
});
