import { describe, expect, it } from 'vitest';
import { collate } from '../../../src/collate/collate.ts';
import { Completeness, chasingCsv } from '../../../src/collate/completeness.ts';
import { KNOWN, Q1, WITHHELD, choices, collected, files, nothing } from './made.ts';

function measure(id: string) {
  const found = KNOWN.terms.measures.find((one) => one.id === id);
  if (!found) throw new RangeError(`there is no ${id}`);
  return found;
}

const BARNET = collected('302', Q1, [
  ['riia-02.referrals', 40],
  ['riia-02.referrals referral_source police', 40],
  ['riia-05.started', WITHHELD],
  ['riia-06.completed', nothing('not available')],
  ['riia-24.children', 20, { origin: 'entered by hand' }],
  ['riia-12.within_15', nothing('not applicable')],
  ['riia-10.enquiries', nothing('missing')],
]);

describe('completeness', () => {
  const found = new Completeness(collate(files(BARNET), choices()), KNOWN);

  it.each([
    ['riia-02', 'received'],
    // The breakdown of another.
    ['riia-03', 'received'],
    ['riia-05', 'withheld'],
    ['riia-06', 'not available'],
    ['riia-24', 'by hand'],
    // A share of none is a figure.
    ['riia-12', 'received'],
    ['riia-10', 'missing'],
    ['riia-13', 'missing'],
  ])('says of %s that it is %s', (id, state) => {
    expect(found.state('302', measure(id), Q1)).toBe(state);
  });

  it('tells a quarter of which there is no return from one that lacks a measure', () => {
    expect(found.state('302', measure('riia-02'), '2025-26 Q2')).toBe('no return');
    expect(found.state('303', measure('riia-02'), Q1)).toBe('no return');
  });

  it('counts the measures of a quarter, each once', () => {
    const counts = found.counts('302', Q1);
    expect(counts).toMatchObject({ received: 3, 'by hand': 1, withheld: 1, 'not available': 1 });
    const all = Object.values(counts).reduce((sum, one) => sum + one, 0);
    expect(all).toBe(KNOWN.terms.measures.length);
  });

  it('lists the measures that a return has nothing of', () => {
    const missing = found.missingMeasures(Q1).map(({ what }) => what.split(',')[0]);
    expect(missing).toContain('riia-10');
    expect(missing).not.toContain('riia-05');
  });
});

describe('who is outstanding', () => {
  const outstanding = (quarter: typeof Q1, expected: readonly string[] | null) => {
    const collation = collate(files(BARNET), choices({ expected }));
    return new Completeness(collation, KNOWN).outstanding(quarter).map(({ area }) => area);
  };

  it('is whoever is expected and sent nothing', () => {
    expect(outstanding(Q1, ['302', '303'])).toEqual(['303']);
  });

  it('is all that there are, where nobody is named, and not the made-up authority', () => {
    const all = outstanding(Q1, null);
    expect(all).toHaveLength(152);
    expect(all).not.toContain(KNOWN.sampleAuthority);
  });

  it('keeps to when authorities were there: Cumbria until March 2023, then its successors', () => {
    const cumbria = ['909', '942', '943'];
    expect(outstanding('2022-23 Q4', cumbria)).toEqual(['909']);
    expect(outstanding('2023-24 Q1', cumbria)).toEqual(['942', '943']);
  });

  it('is written for chasing, and no spreadsheet takes a name for a formula', () => {
    const name = '=HYPERLINK("x"), Ynys Môn';
    const csv = chasingCsv([{ area: '302', name, quarter: Q1, what: 'the return' }]);
    expect(csv).toBe(
      '\uFEFFcode,authority,quarter,months,outstanding\r\n' +
        `302,"'=HYPERLINK(""x""), Ynys Môn",2025-26 Q1,April to June 2025,the return\r\n`,
    );
  });
});
