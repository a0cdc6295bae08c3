import { describe, expect, it } from 'vitest';
import { collate } from '../../../src/collate/collate.ts';
import { writeProject } from '../../../src/collate/project.ts';
import { readProject } from '../../../src/collate/read-project.ts';
import { Versions } from '../../../src/collate/versions.ts';
import type { CollectedFile, Migration } from '../../../src/model/collation.ts';
import { checkMigrations } from '../../../src/spec/reading/collate.ts';
import { spec } from '../../../src/spec/spec.ts';
import { KNOWN, Q1, WITHHELD, choices, collected, count, files, nothing, share } from './made.ts';

const AT = { measure: 'riia-02', figure: 'referrals', period: '2024-25 Q4', cell: null } as const;
const FILES: readonly CollectedFile[] = [
  ...files(
    collected(
      '302',
      Q1,
      [
        ['riia-02.referrals', 40],
        ['riia-04.repeat', share(7, 40), { version: 2 }],
        ['riia-02.referrals age unknown', WITHHELD],
        ['riia-28.posts', { kind: 'amount', value: 12.345 }, { origin: 'entered by hand' }],
        ['riia-05.started', nothing('not available')],
        ['riia-02.rate', share(40, 9, 10_000), { denominatorFrom: 'mid-2024 estimate' }],
      ],
      {
        treatment: { kind: 'collator', agreement: 'An agreement' },
        earlyHelp: { level: 'targeted' },
        place: { region: 'London', synthetic: true },
        notes: [{ at: { ...AT, cell: { by: 'age', cell: 'unknown' } }, says: 'A “note”.' }],
        revisions: [{ at: AT, was: count(3), reason: 'Late.' }],
      },
    ),
    collected('303', Q1, [['riia-02.referrals', 41]]),
  ),
  {
    ...{ kind: 'refused', path: 'x/children.csv', sha256: null, because: 'about single children' },
    ...{ says: 'It is.', todo: 'Do not.' },
  },
];
const CHOICES = choices({
  standing: { [`303 ${Q1}`]: null },
  notRevising: ['a'],
  accepted: { 'history|302': 'So it is.' },
  groups: [{ code: 'two', name: 'Two', members: ['302', '303'] }],
  expected: ['302'],
  populationYear: '2023',
});

describe('a project', () => {
  it('is taken up as it was saved', () => {
    const project = { files: FILES, choices: CHOICES };
    const back = readProject(writeProject(project, '0.1.0'));
    expect(back).toEqual(project);
    const [made, again] = [project, back].map((one) => collate(one.files, one.choices));
    expect([...(again?.figures.observations() ?? [])]).toEqual([
      ...(made?.figures.observations() ?? []),
    ]);
  });

  it.each([
    ['cut off', (text: string) => text.slice(0, -20), /not JSON/],
    [
      'of another version',
      (t: string) => t.replace('projectVersion":1', 'projectVersion":2'),
      /version 2/,
    ],
    [
      'with a column too short',
      (t: string) => t.replace(/"byHand":\[0,/, '"byHand":['),
      /not as long/,
    ],
    [
      'with a number that is none',
      (t: string) => t.replace('"value":[40', '"value":["40"'),
      /not a number/,
    ],
    [
      'with a series that is none',
      (t: string) => t.replace('riia-02|referrals|2025', 'x|2025'),
      /names no figure/,
    ],
    [
      'with a kind that is none',
      (t: string) => t.replace('"kind":[0,2', '"kind":[9,2'),
      /stands for nothing/,
    ],
    [
      'with more in it',
      (t: string) => t.replace('"choices":', '"more":1,"choices":'),
      /has no place/,
    ],
  ])('is refused %s', (_, spoil, why) => {
    const text = writeProject({ files: FILES, choices: CHOICES }, '0.1.0');
    const spoiled = spoil(text);
    expect(spoiled).not.toBe(text);
    expect(() => readProject(spoiled)).toThrow(why);
  });
});

describe('rules of migration', () => {
  const rule = (rest: Partial<Migration>): Migration[] => [
    { measure: 'riia-02', from: 1, to: 2, figures: ['referrals'], reason: 'Same.', ...rest },
  ];
  const second = spec.measures.flatMap((one) =>
    one.id === 'riia-02' && one.kind === 'records' ? [{ ...one, version: 2 }] : [],
  );
  const all = [...second, ...spec.measures];

  it('are checked against the definitions', () => {
    expect(() => checkMigrations(rule({}), all)).not.toThrow();
    expect(() => checkMigrations(rule({}), spec.measures)).toThrow('no version 2');
    expect(() => checkMigrations(rule({ figures: ['none'] }), all)).toThrow('no figure none');
    expect(() => checkMigrations(rule({ to: 1 }), all)).toThrow('not older');
  });

  it('lead from version to version, for the figures that they name', () => {
    const migrations = [...rule({}), ...rule({ from: 2, to: 3 })];
    const versions = new Versions({ ...KNOWN, migrations });
    expect(versions.migrated('riia-02', 'referrals', 1, 3)).toBe(true);
    expect(versions.migrated('riia-02', 'referrals', 3, 1)).toBe(false);
    expect(versions.migrated('riia-02', 'rate', 1, 3)).toBe(false);
  });
});
