import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Eleven authorities, the fewest of which each can have ten neighbours; Old Shire became the first two of them. */
const CODES = Array.from({ length: 11 }, (_, place) => String(301 + place));

const about = (dates: string, day: string) => `title: table
source: Somebody, estimates 2023 to 2024
licence: Open Government Licence v3.0
${dates}
about: ${day}
past: It is old.
`;

const TABLES: Readonly<Record<string, string>> = {
  'local-authorities.yaml': about('covers_to: 2027-03-31', 'the day it is used'),
  'local-authorities.csv': [
    'la_code,ons_code,ons_before,name,region_code,region,valid_from,valid_to,successors',
    '300,E06000300,,Old Shire,E12000001,North,,2024-03-31,301 302', // line 2
    ...CODES.map((code) => {
      const from = code < '303' ? '2024-04-01' : '';
      return `${code},E06000${code},,Borough ${code},E12000001,North,${from},,`;
    }),
    '',
  ].join('\n'),
  'child-population.yaml': about('covers_to: 2026-07-31', 'the quarter asked'),
  'child-population.csv': [
    'la_code,year,aged_0_17',
    ...CODES.flatMap((code) => [
      ...(code < '303' ? [] : [`${code},2023,1000`]),
      `${code},2024,1010`,
    ]),
    '',
  ].join('\n'),
  'statistical-neighbours.yaml': about('covers_to: 2027-03-31', 'the day it is used'),
  'statistical-neighbours.csv': [
    'la_code,rank,neighbour,closeness',
    ...CODES.flatMap((code) =>
      CODES.filter((other) => other !== code).map(
        (other, at) => `${code},${at + 1},${other},close`,
      ),
    ),
    '',
  ].join('\n'),
  'bank-holidays.yaml': about(
    'covers_from: 2023-01-01\ncovers_to: 2024-12-31',
    'the quarter asked',
  ),
  'bank-holidays.csv':
    'day,name\n2023-01-02,New Year\n2023-04-07,Good Friday\n2024-01-01,New Year\n',
  'sample-authority.yaml': `la_code: '000'\nname: Made up\naged_0_17: { '2023': 12000, '2024': 12000 }\n`,
};

/**
 * Takes one of the tables' files, text that stands in it and what is to stand there instead; gives the root of a small
 * spec/reference so changed. Throws where the text does not stand there: the test is wrong.
 */
export function smallTables(name = '', from = '', to = ''): string {
  const root = mkdtempSync(join(tmpdir(), 'quarterlight-reference-'));
  const folder = join(root, 'spec', 'reference');
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of Object.entries(TABLES)) {
    if (file === name && !text.includes(from)) throw new RangeError(`${name} holds no ${from}`);
    writeFileSync(join(folder, file), file === name ? text.replace(from, to) : text);
  }
  return root;
}
