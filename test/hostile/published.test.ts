import { expect, it } from 'vitest';
import { SlicedSource } from '../../src/compare/slice.ts';
import { readFigures } from '../../src/workbench/read-figures.ts';
import { KNOWN } from '../unit/collate/made.ts';
import { AUTHORITIES, TERMS } from '../unit/compare/made.ts';
import { always, harmless, runs } from './harmless.ts';
import { mutatedText, textMutations } from './mutate.ts';

const HEADING =
  'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,la_name,new_la_code';
const ENGLAND = 'National,E92000001,England,,,,,';
const LONDON = 'Regional,E92000001,England,E12000007,London,,,';
const EAST = 'Local authority,E92000001,England,E12000007,London,303,"Town, East",E06000303';
const WEST = 'Local authority,E92000001,England,E12000007,London,304,West Town,E06000304';
const ON_31_MARCH = 'Children looked after on 31 March each year';
const CSV = [
  `${HEADING},population_type,population_estimate,children_count,rate_per_10000`,
  `2025,Reporting year,${ENGLAND},${ON_31_MARCH},12000000,81770,67`,
  `2025,Reporting year,${LONDON},${ON_31_MARCH},1900000,9500,50`,
  `2025,Reporting year,${EAST},${ON_31_MARCH},50000,250,50`,
  `2025,Reporting year,${WEST},${ON_31_MARCH},8000,c,c`,
  `2025,Reporting year,${EAST},Children starting to be looked after each year,50000,100,20`,
  `2024,Reporting year,${EAST},Children ceasing to be looked after each year,x,z,z`,
].join('\n');
const BY = {
  known: KNOWN.read,
  ees: { terms: TERMS, authorities: AUTHORITIES },
  sampleAuthority: '000',
};

it('a published file of any bytes is refused, or gives no number that does not stand in it', async () => {
  await always(textMutations, runs(300), async (changes) => {
    const bytes = mutatedText(CSV, changes);
    const read = await harmless(() => readFigures(new Blob([bytes]), 'data.csv', 'given', BY));
    if (!read) return;
    const source = new SlicedSource(read.columns);
    const text = new TextDecoder('latin1').decode(bytes).replaceAll('\0', '');
    const written = new Set((text.match(/-?\d+(\.\d+)?/g) ?? []).map(Number));
    for (const key of read.columns.series)
      for (const { content } of source.slice(key)) {
        if (content.kind === 'symbol') continue;
        const parts =
          content.kind === 'ratio' ? [content.numerator, content.denominator] : [content.value];
        for (const part of parts) expect(part).toSatisfy((one: number) => written.has(one));
      }
  });
});
