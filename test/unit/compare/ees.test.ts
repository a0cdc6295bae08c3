import { describe, expect, it } from 'vitest';
import { readEesFile } from '../../../src/compare/ees-file.ts';
import { eesColumns } from '../../../src/compare/from-ees.ts';
import { SlicedSource } from '../../../src/compare/slice.ts';
import { AUTHORITIES, TERMS } from './made.ts';

/** A file of the shape that Explore education statistics publishes: a byte order mark, place columns in any order. */
const HEADING =
  '\uFEFFtime_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,la_name,new_la_code';
const ENGLAND = 'National,E92000001,England,,,,,';
const LONDON = 'Regional,E92000001,England,E12000007,London,,,';
const INNER = 'Regional,E92000001,England,E13000001,Inner London,,,';
const EAST = 'Local authority,E92000001,England,E12000007,London,303,"Town, East",E06000303';
const WEST = 'Local authority,E92000001,England,E12000007,London,304,West Town,E06000304';

async function read(columns: string, ...rows: readonly string[]) {
  const text = [`${HEADING},${columns}`, ...rows].join('\r\n');
  const file = await readEesFile(new Blob([text]), 'data.csv');
  const found = eesColumns(file, 'ees', { terms: TERMS, authorities: AUTHORITIES });
  const source = new SlicedSource(found.columns);
  const figures = Object.fromEntries(
    found.columns.series.map((key) => [
      key.replace(/\|\|$/, ''),
      source.slice(key).map(({ area, content }) => {
        if (content.kind === 'symbol') return `${area.code} ${content.symbol}`;
        if (content.kind !== 'ratio') return `${area.code} ${content.value}`;
        return `${area.code} ${content.numerator} of ${content.denominator}`;
      }),
    ]),
  );
  const remarks = found.remarks.map(({ says, places }) => `${places.join(', ')}: ${says}`);
  return { figures, remarks, areas: found.columns.areas };
}

const CARE = 'population_type,population_estimate,children_count,rate_per_10000';
const ON_31_MARCH = 'Children looked after on 31 March each year';

describe('a file of Explore education statistics', () => {
  it('gives its figures on the right measures, years, levels and symbols', async () => {
    const { figures, remarks, areas } = await read(
      CARE,
      `2025,Reporting year,${ENGLAND},${ON_31_MARCH},12000000,81770,67`,
      `2025,Reporting year,${LONDON},${ON_31_MARCH},1900000,9500,50`,
      `2025,Reporting year,${INNER},${ON_31_MARCH},640000,3790,59`,
      `2025,Reporting year,${EAST},${ON_31_MARCH},50000,250,50`,
      `2025,Reporting year,${WEST},${ON_31_MARCH},8000,c,c`,
      `2025,Reporting year,${EAST},Children starting to be looked after each year,50000,100,20`,
      `2024,Reporting year,${EAST},Children ceasing to be looked after each year,x,z,z`,
    );
    expect(remarks).toEqual([]);
    expect(figures).toEqual({
      'riia-18|children|2024-25 Q4': [
        ...['E92000001 81770', 'E12000007 9500', 'E13000001 3790', '303 250', '304 c'],
      ],
      'riia-18|rate|2024-25 Q4': [
        ...['E92000001 81770 of 12000000', 'E12000007 9500 of 1900000'],
        ...['E13000001 3790 of 640000', '303 250 of 50000', '304 c'],
      ],
      'riia-19|children|year to 2024-25 Q4': ['303 100'],
      'riia-19|rate|year to 2024-25 Q4': ['303 100 of 50000'],
      'riia-20|children|year to 2023-24 Q4': ['303 z'],
      'riia-20|rate|year to 2023-24 Q4': ['303 z'],
    });
    expect(areas.map(({ code, kind, name }) => [code, kind, name])).toEqual([
      ['E92000001', 'england', 'England'],
      ['E12000007', 'region', 'London'],
      ['E13000001', 'region', 'Inner London'],
      ['303', 'authority', 'East Town'],
      ['304', 'authority', 'West Town'],
    ]);
  });

  const REFERRALS = 'category,referral_count,rereferral_count,rereferral_percent';
  const REFERRED = 'Referrals and Re-referrals';

  it('gives parts where they are published, and totals as published: their parts are rounded', async () => {
    const { figures } = await read(
      REFERRALS,
      `202425,Financial year,${ENGLAND},${REFERRED},632830,142900,22.6`,
      `202425,Financial year,${EAST},${REFERRED},1806,267,14.8`,
      `202425,Financial year,${WEST},${REFERRED},12,c,c`,
    );
    expect(figures).toEqual({
      'riia-02|referrals|year to 2024-25 Q4': ['E92000001 632830', '303 1806', '304 12'],
      'riia-04|repeat|year to 2024-25 Q4': ['E92000001 22.6', '303 267 of 1806', '304 c'],
    });
  });

  it('tells each row that it leaves out, and where it stands', async () => {
    const { figures, remarks } = await read(
      REFERRALS,
      `2025,Reporting year,${EAST},${REFERRED},1806,267,14.8`,
      `2025,Reporting year,${EAST},${REFERRED},1900,300,15.8`,
      `2025,Reporting year,${WEST},${REFERRED},about 12,2,16.7`,
      `2025,Reporting year,${WEST.replace('304', '999')},${REFERRED},12,2,16.7`,
      `2025,Week 1,${WEST},${REFERRED},12,2,16.7`,
      `202426,Financial year,${WEST},${REFERRED},12,2,16.7`,
      `2025,Reporting year,${ENGLAND.replace('E92', 'W92')},${REFERRED},12,2,16.7`,
      `2025,Reporting year,Ward,E92000001,England,,,,,,${REFERRED},12,2,16.7`,
      `2024,Reporting year,${EAST},${REFERRED},,2,16.7`,
    );
    expect(figures['riia-02|referrals|year to 2024-25 Q4']).toEqual(['303 1806']);
    expect(remarks).toEqual([
      'line 3: A row is there twice: Referrals of East Town for 2025.',
      'line 3: A row is there twice: Re-referrals within 12 months of East Town for 2025.',
      'line 4: There is text in referral_count, where a number or a symbol should be.',
      'line 5: There is no local authority with the code “999”.',
      'line 6, line 6: “2025 Week 1” in time_period and time_identifier is not a year to 31 March.',
      'line 7, line 7: “202426” in time_period is not a year and the next.',
      'line 8: The country is not England.',
      'line 10: There is nothing in referral_count, where a number or a symbol should be.',
    ]);
  });

  it('takes the total where a column parts its rows further', async () => {
    const { figures, remarks } = await read(
      `sex,${REFERRALS}`,
      `2025,Reporting year,${EAST},Total,${REFERRED},100,20,20`,
      `2025,Reporting year,${EAST},Male,${REFERRED},60,12,20`,
      `2025,Reporting year,${EAST},Female,${REFERRED},40,8,20`,
    );
    expect(figures['riia-02|referrals|year to 2024-25 Q4']).toEqual(['303 100']);
    expect(remarks).toEqual([]);
  });

  it('that feeds nothing is told so, with its columns', async () => {
    const row = `2025,Reporting year,${EAST},10,20`;
    await expect(read('absence_count,absence_percent', row)).rejects.toThrow(
      'data.csv feeds no measure: its columns are absence_count and absence_percent.',
    );
    // The columns of a feed, and nowhere what must stand in them.
    await expect(read(CARE, `2025,Reporting year,${EAST},Adoptions,1,2,3`)).rejects.toThrow(
      /^data.csv feeds no measure/,
    );
  });

  it('that is none is told so', async () => {
    const csv = new Blob(['la,value\n303,4\n']);
    await expect(readEesFile(csv, 'other.csv')).rejects.toThrow(
      /^other.csv is not a file of Explore education statistics: it has no column time_period/,
    );
    await expect(readEesFile(new Blob([]), 'empty.csv')).rejects.toThrow(/^empty.csv is not/);
  });

  it('is parted by a column of any name, also one that every object has a member for', async () => {
    const { figures } = await read(
      `constructor,${CARE}`,
      `2025,Reporting year,${EAST},Boys,${ON_31_MARCH},50000,250,50`,
      `2025,Reporting year,${EAST},Total,${ON_31_MARCH},50000,400,80`,
    );
    expect(figures['riia-18|children|2024-25 Q4']).toEqual(['303 400']);
  });
});
