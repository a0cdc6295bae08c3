import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { emptyProfile } from '../../../src/model/profile.ts';
import { profileSchema, readProfile } from '../../../src/profile/profile.ts';
import { spec } from '../../../src/spec/spec.ts';
import { HEAD, profile, refused } from './text.ts';

const entry = (measure: string, quarter: string, parts: string): string =>
  `{"measure": "${measure}", "quarter": "${quarter}", "parts": ${parts}}`;

const HOME = entry('riia-24', '2025-26 Q1', '{"children": 214}');
const VACANT = entry('riia-29', '2024-25 Q4', '{"vacant": 6.5, "in_post": 33}');

describe('a profile', () => {
  it('is read into what it says', () => {
    expect(
      readProfile(profile(`${HOME}, ${VACANT}`, '{"contact_to_episode_days": 30}'), spec),
    ).toEqual({
      ...emptyProfile('301'),
      settings: { contact_to_episode_days: 30 },
      byHand: [
        { measure: 'riia-24', quarter: '2025-26 Q1', parts: { children: 214 } },
        { measure: 'riia-29', quarter: '2024-25 Q4', parts: { vacant: 6.5, in_post: 33 } },
      ],
    });
  });

  it('is read with the mark that some editors put before a file', () => {
    expect(readProfile(`\uFEFF${profile(HOME)}`, spec).byHand).toHaveLength(1);
  });

  it('may hold the bounds of a part, and a measure that an extract could have held', () => {
    const bounds = [
      entry('riia-24', '2025-26 Q1', '{"children": 0}'),
      entry('riia-24', '2024-25 Q4', '{"children": 99999}'),
      entry('eh-4', '2025-26 Q1', '{"assessments": 12}'),
    ];
    expect(readProfile(profile(bounds.join()), spec).byHand).toHaveLength(3);
  });
});

const inEntry = 'entry 1 of ‘by_hand’';
const at = `${inEntry} (riia-24, 2025-26 Q1)`;

/** Each text, what its refusal says is wrong, and whether the published schema refuses it too. */
const BAD: readonly (readonly [name: string, text: string, says: string, schemaToo: boolean])[] = [
  [
    'an unknown measure',
    profile(entry('riia-99', '2025-26 Q1', '{}')),
    `${inEntry} names ‘riia-99’, which is no measure`,
    true,
  ],
  [
    'a measure of the extract',
    profile(entry('riia-04', '2025-26 Q1', '{}')),
    `${inEntry} names riia-04, which is never entered by hand`,
    true,
  ],
  [
    'a measure that is a breakdown',
    profile(entry('riia-03', '2025-26 Q1', '{}')),
    `${inEntry} names riia-03, which is never entered by hand`,
    true,
  ],
  [
    'a quarter that is none',
    profile(entry('riia-24', '2025-26 Q5', '{"children": 1}')),
    `${inEntry} is for ‘2025-26 Q5’, which is no quarter`,
    true,
  ],
  [
    'years that do not follow',
    profile(entry('riia-24', '2025-27 Q1', '{"children": 1}')),
    `${inEntry} is for ‘2025-27 Q1’, which is no quarter`,
    false,
  ],
  [
    'a part above its range',
    profile(entry('riia-24', '2025-26 Q1', '{"children": 100000}')),
    `‘children’ in ${at} is 100000, which is out of range`,
    true,
  ],
  [
    'a part below its range',
    profile(entry('riia-24', '2025-26 Q1', '{"children": -1}')),
    `‘children’ in ${at} is -1, which is out of range`,
    true,
  ],
  [
    'a part that is not whole',
    profile(entry('riia-24', '2025-26 Q1', '{"children": 2.5}')),
    `‘children’ in ${at} is 2.5, which is not a whole number`,
    true,
  ],
  [
    'a part that is text',
    profile(entry('riia-24', '2025-26 Q1', '{"children": "214"}')),
    `‘children’ in ${at} is ‘214’, which is not a number`,
    true,
  ],
  [
    'a part that is endless',
    profile(entry('riia-24', '2025-26 Q1', '{"children": 1e999}')),
    `‘children’ in ${at} is ‘Infinity’, which is not a number`,
    true,
  ],
  [
    'a missing part',
    profile(entry('riia-29', '2025-26 Q1', '{"vacant": 3}')),
    `‘parts’ in ${inEntry} (riia-29, 2025-26 Q1) has no ‘in_post’`,
    true,
  ],
  [
    'an unknown part',
    profile(entry('riia-24', '2025-26 Q1', '{"child": 3}')),
    `‘parts’ in ${at} has ‘child’, which is not known here`,
    true,
  ],
  [
    'a part called __proto__',
    profile(entry('riia-24', '2025-26 Q1', '{"children": 3, "__proto__": {"children": 9}}')),
    `‘parts’ in ${at} has ‘__proto__’, which is not known here`,
    false,
  ],
  [
    'parts that are no object',
    profile(entry('riia-24', '2025-26 Q1', '[3]')),
    `‘parts’ in ${at} is not an object of names and values`,
    true,
  ],
  [
    'an entry twice',
    profile(`${HOME}, ${HOME}`),
    'entry 2 of ‘by_hand’ is for riia-24, 2025-26 Q1, which an earlier entry has',
    false,
  ],
  [
    'a child in an entry',
    profile(
      `{"measure": "riia-24", "quarter": "2025-26 Q1", "parts": {"children": 1}, "child_id": "P1"}`,
    ),
    `${inEntry} has ‘child_id’, which is not known here`,
    true,
  ],
  [
    'an entry that is no object',
    profile('214'),
    `${inEntry} is not an object of names and values`,
    true,
  ],
  [
    'an unknown setting',
    profile('', '{"step_up": 3}'),
    '‘settings’ has ‘step_up’, which is no setting',
    true,
  ],
  [
    'a setting called __proto__',
    profile('', '{"__proto__": {"step_up_days": 3}}'),
    '‘settings’ has ‘__proto__’, which is no setting',
    false,
  ],
  [
    'a setting out of range',
    profile('', '{"step_up_days": 93}'),
    '‘step_up_days’ in ‘settings’ is 93, which is out of range',
    true,
  ],
  [
    'a setting that is not whole',
    profile('', '{"step_up_days": 1.5}'),
    '‘step_up_days’ in ‘settings’ is 1.5, which is not a whole number',
    true,
  ],
  [
    'settings that are a list',
    profile('', '[]'),
    '‘settings’ is not an object of names and values',
    true,
  ],
  [
    'an authority that is none',
    profile('').replace('301', '30'),
    '‘authority’ is ‘30’, which is no local authority',
    true,
  ],
  [
    'an authority that is a number',
    profile('').replace('"301"', '301'),
    '‘authority’ is ‘301’, which is not text',
    true,
  ],
  [
    'a newer version',
    profile('').replace('3,', '4,').replace('"settings"', '"children"'),
    'it is of version 4, and this page reads version 3',
    true,
  ],
  [
    'a version that is text',
    profile('').replace('3,', '"3",'),
    '‘version’ is ‘3’, which is not a number',
    true,
  ],
  [
    'another format',
    profile('').replace('quarterlight-profile', 'return'),
    'it does not say that its format is ‘quarterlight-profile’',
    true,
  ],
  [
    'a section that is not known',
    profile('').replace('{', '{"children": [], '),
    'it has ‘children’, which is not known here',
    true,
  ],
  [
    'a section called __proto__',
    profile('').replace('{', '{"__proto__": {}, '),
    'it has ‘__proto__’, which is not known here',
    false,
  ],
  ['a section that is missing', `{${HEAD}, "settings": {}}`, 'it has no ‘by_hand’', true],
  [
    'by_hand that is no list',
    profile('').replace('"by_hand": []', '"by_hand": {}'),
    '‘by_hand’ is not a list',
    true,
  ],
  ['a list', '[]', 'it is not an object of names and values', true],
];

describe('a bad profile is refused, and says what, where and what to do', () => {
  it.each(BAD)('%s', (_, text, says) => {
    const [what, hint] = refused(text);
    expect(what).toBe(`The profile cannot be used: ${says}.`);
    expect(hint).toMatch(/^[A-Z].+\. Nothing was changed\.$/);
  });

  it('that is not JSON', () => {
    for (const text of ['', 'measure,quarter', '{"format": "quarterlight-profile",}']) {
      expect(refused(text)[0]).toBe('The profile cannot be used: it is not JSON.');
    }
  });

  it('and shows no more of a long text than tells which it is', () => {
    const long = 'x'.repeat(5000);
    expect(refused(profile(entry(long, '2025-26 Q1', '{}')))[0].length).toBeLessThan(150);
  });
});

describe('the published schema', () => {
  const published = readFileSync('public/profile.schema.json', 'utf8');
  const shape = z.fromJSONSchema(JSON.parse(published));

  it('is the one that the measures give (npm run definitions makes it anew)', () => {
    expect(published).toBe(`${JSON.stringify(profileSchema(spec), null, 2)}\n`);
  });

  it('takes what the reader takes', () => {
    const sample = readFileSync('public/sample/profile.json', 'utf8');
    expect(readProfile(sample, spec).byHand.length).toBeGreaterThan(90);
    expect(readProfile(sample, spec).words).toEqual([]);
    for (const text of [sample, profile(`${HOME}, ${VACANT}`, '{"step_up_days": 92}')]) {
      expect(shape.safeParse(JSON.parse(text)).error).toBeUndefined();
    }
  });

  it.each(BAD.filter(([, , , schemaToo]) => schemaToo))('refuses %s', (_, text) => {
    expect(shape.safeParse(JSON.parse(text)).success).toBe(false);
  });
});
