import { describe, expect, it } from 'vitest';
import { pictureOf } from '../../../src/charts/picture.ts';
import { fileNameOf } from '../../../src/charts/told.ts';
import { twinCsv, twinHtml, twinTabs } from '../../../src/charts/twin-text.ts';

const TOLD = {
  caption: 'Repeat referrals: "share", year to March 2025',
  reading: 'Near the middle.',
  source: 'DfE, Open Government Licence v3.0.',
  notes: ['Population: mid-2024.'],
};
const DANGEROUS = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1'];
const TWIN = {
  headings: ['=Area', 'Value'],
  rows: [
    { head: 'Poole, Dorset', cells: [{ words: '1,204.5%', number: 1204.5 }] },
    { head: 'Below', cells: [{ words: '-3.2', number: -3.2 }] },
    ...DANGEROUS.map((head) => ({ head, cells: [head] })),
  ],
};

describe('the table as CSV', () => {
  const lines = twinCsv(TWIN, TOLD).replace('\uFEFF', '').split('\r\n');

  it('begins with its headings and has numbers as numbers, a negative one too', () => {
    expect(lines.slice(0, 3)).toEqual(["'=Area,Value", '"Poole, Dorset",1204.5', 'Below,-3.2']);
  });

  it('makes harmless what a spreadsheet would work out', () => {
    for (const [at, text] of DANGEROUS.entries()) {
      const field = text.startsWith('\t') ? `"'${text}"` : `'${text}`;
      expect(lines[at + 3]).toBe(`${field.replaceAll('"', '')},${field.replaceAll('"', '')}`);
    }
  });

  it('tells below the table what it is, and who made it, and nothing more', () => {
    expect(lines.slice(-6)).toEqual([
      '"Repeat referrals: ""share"", year to March 2025"',
      'Near the middle.',
      'Population: mid-2024.',
      '"Source: DfE, Open Government Licence v3.0."',
      'Made by Quarterlight',
      '',
    ]);
  });
});

describe('the table for the clipboard', () => {
  it('has one line a row and nothing that a spreadsheet would work out', () => {
    const lines = twinTabs(TWIN).split('\n');
    expect(lines).toHaveLength(TWIN.rows.length + 1);
    for (const line of lines.slice(3))
      for (const field of line.split('\t')) expect(field).toMatch(/^'/);
  });

  it('is HTML in which text stays text', () => {
    const twin = { headings: ['a', 'b'], rows: [{ head: '<img src=x>', cells: ['"&'] }] };
    const html = twinHtml(twin, '<b>');
    expect(html).toContain('<caption>&lt;b&gt;</caption>');
    expect(html).toContain('<th>&lt;img src=x&gt;</th><td>&quot;&amp;</td>');
  });
});

describe('a picture to take away', () => {
  const drawn =
    '<svg xmlns="http://www.w3.org/2000/svg" class="marks" width="660" height="200"><g/></svg>';
  const svg = pictureOf(drawn, { ...TOLD, reading: 'A <b> & "c".' }, 2);

  it('has its caption, sentence, notes and source inside, on white, and asks for nothing', () => {
    for (const words of [
      '&quot;share&quot;',
      'A &lt;b&gt; &amp; &quot;c&quot;.',
      'Population: mid-2024.',
      'Source: DfE',
      'Made by Quarterlight',
    ])
      expect(svg).toContain(words);
    expect(svg).toContain('<rect width="100%" height="100%" fill="#ffffff"/>');
    expect(svg.replaceAll(/xmlns(:xlink)?="[^"]*"/g, '')).not.toMatch(/https?:|href|url\(/);
  });

  it('has the drawing between its words, and is as large as asked', () => {
    expect(svg).toMatch(/^<svg [^>]*width="1384" height="\d+" viewBox="0 0 692 \d+"/);
    const [, tall = 0, high = 0] = (/height="(\d+)" viewBox="0 0 692 (\d+)"/.exec(svg) ?? []).map(
      Number,
    );
    expect(tall).toBe(2 * high);
    expect(high).toBeGreaterThan(300);
    expect(svg).toMatch(/<svg x="16" y="[\d.]+" xmlns/);
  });
});

describe('the name of a file', () => {
  it.each([
    ['Repeat referrals: “share”, 2024/25', 'Repeat-referrals-share-2024-25.png'],
    ['../../etc\\passwd\u0000', 'etc-passwd.png'],
    ['Ynys Môn’s', 'Ynys-Mons.png'],
    ['***', 'chart.png'],
  ])('is safe for %j', (caption, name) => {
    expect(fileNameOf(caption, 'png')).toBe(name);
  });

  it('is never long', () => {
    expect(fileNameOf('x'.repeat(500), 'csv').length).toBeLessThan(100);
  });
});
