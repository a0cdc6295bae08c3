import { describe, expect, it } from 'vitest';
import { writeProject } from '../../../src/collate/project.ts';
import { CollationWork } from '../../../src/collate/work.ts';
import { loadSolver } from '../../../src/disclosure/highs.ts';
import type { PackWanted } from '../../../src/model/collation-view.ts';
import type { CollectedReturn } from '../../../src/model/collation.ts';
import { unzip } from '../return/unzip.ts';
import { KNOWN, Q1, choices, collected, count, files, observed } from './made.ts';

const SOLVER = new URL('../../../node_modules/highs/build/highs.wasm', import.meta.url).pathname;
const COLLATOR = { kind: 'collator', agreement: 'London agreement' } as const;
const Q4 = '2024-25 Q4';

/** A desk with the returns on it, as the work of another day. */
async function desk(returns: readonly CollectedReturn[], chosen = choices()) {
  const solver = () => loadSolver(SOLVER);
  const work = new CollationWork(KNOWN, { published: null, salt: 'salt', solver });
  const project = writeProject({ files: files(...returns), choices: chosen }, '0.1.0');
  const view = await work.read([given('work.json', project)], () => undefined);
  return { work, view };
}

function given(path: string, content: string | Blob) {
  return { path, content: async () => new Blob([content]) };
}

const wanted = (rest: Partial<PackWanted> = {}): PackWanted => ({
  ...{ title: 'London, early', made: '2025-08-01T09:00:00Z', names: 'names' },
  treatment: { kind: 'shareable', policy: 'withhold-1-to-5' },
  ...rest,
});

const BARNET = collected('302', Q1, [['riia-02.referrals', 40]], { treatment: COLLATOR });
const BEXLEY = collected('303', Q1, [['riia-02.referrals', 60]], { treatment: COLLATOR });
const EARLIER = collected('303', Q4, [['riia-02.referrals', 50]], { treatment: COLLATOR });

describe('what a collator has on the desk', () => {
  it('is told: quarters newest first, whose returns are expected, and what is complete', async () => {
    const { view } = await desk([EARLIER, BARNET, BEXLEY]);
    expect(view.quarters).toEqual([Q1, Q4]);
    expect(view.expected).toHaveLength(33);
    expect(view).toMatchObject({ figures: 3, hasComplete: true, standing: [], changes: [] });
    expect(view.areas.map(({ name }) => name)).toEqual(['London']);
  });

  it('has a row for each that is expected, and for each that sent, in the matrix', async () => {
    const { work } = await desk([BARNET, BEXLEY]);
    const rows = work.matrix(Q1).rows;
    expect(rows).toHaveLength(33);
    const of = (area: string) => rows.find((row) => row.area === area);
    const place = KNOWN.terms.measures.findIndex(({ id }) => id === 'riia-02');
    expect(of('302')).toMatchObject({ name: 'Barnet', isExpected: true, isIn: true });
    expect(of('302')?.states[place]).toBe('received');
    expect(of('304')).toMatchObject({ isIn: false });
    expect(of('304')?.states.every((state) => state === 'no return')).toBe(true);
    work.choose(choices({ expected: ['304', '305'] }));
    expect(work.matrix(Q1).rows.map(({ area, isExpected }) => [area, isExpected])).toEqual([
      ['302', false],
      ['303', false],
      ['304', true],
      ['305', true],
    ]);
  });

  it('asks nobody for a quarter in which it was not there', async () => {
    const cumberland = collected('942', Q1, [['riia-02.referrals', 40]]);
    const { work, view } = await desk([cumberland]);
    expect(view.expected).toContain('909');
    expect(work.matrix(Q1).rows.map(({ area }) => area)).not.toContain('909');
    // Cumbria ended on 31 March 2023, and its successors began on the day after.
    const before = work.matrix('2022-23 Q4').rows.map(({ area }) => area);
    expect(before).toContain('909');
    expect(before).not.toContain('942');
    const quarters = work.quarters([Q1, '2022-23 Q4']);
    expect(quarters.find(({ area }) => area === '942')?.given).toEqual([1, 'not there']);
    expect(quarters.find(({ area }) => area === '909')?.given).toEqual(['not there', 'none']);
  });

  it('lists several returns of a quarter, what changed, and takes a choice back', async () => {
    const second = collected('302', Q1, [['riia-02.referrals', 44]], { version: 2 });
    const { work, view } = await desk([BARNET, second]);
    expect(view.standing).toMatchObject([{ stands: second.id, chosen: false }]);
    expect(view.changes).toMatchObject([{ kind: 'replaced', count: 1, name: 'Barnet' }]);
    const chosen = work.choose(choices({ standing: { [`302 ${Q1}`]: BARNET.id } }));
    expect(chosen.standing).toMatchObject([{ stands: BARNET.id, chosen: true }]);
    expect(work.choose(choices()).standing).toMatchObject([{ stands: second.id }]);
    expect(work.takeAway(1).standing).toEqual([]);
  });

  it('keeps revisions that are not taken up in sight', async () => {
    const later = collected('303', Q1, [
      ...observed('303', Q1, [['riia-02.referrals', 60]]),
      ...observed('303', Q4, [['riia-02.referrals', 52]]),
    ]);
    const { work, view } = await desk([EARLIER, later]);
    expect(view.changes).toMatchObject([{ kind: 'revised', count: 1, left: false }]);
    expect(work.choose(choices({ notRevising: [later.id] })).changes).toMatchObject([
      { kind: 'revised', count: 0, left: true, by: later.id },
    ]);
  });

  it('adds up the whole figures of a quarter and its year, and no others', async () => {
    const { work } = await desk([EARLIER, BARNET, BEXLEY]);
    const { totals } = work.totals({ area: 'E12000007', quarter: Q1 });
    expect(totals).toMatchObject([{ outcome: count(100), coverage: { of: 33, shown: 2 } }]);
    expect(work.totals({ area: 'nowhere', quarter: Q1 }).totals).toEqual([]);
  });

  it('tells who is outstanding of those expected alone', async () => {
    const { work } = await desk([BARNET], choices({ expected: ['302', '304'] }));
    const lines = work.chasing(Q1).split('\r\n');
    expect(lines.filter((line) => line.endsWith(',the return'))).toEqual([
      expect.stringMatching(/^304,Brent,2025-26 Q1,/),
    ]);
  });

  it('keeps what was read before it was stopped', async () => {
    const { work } = await desk([BARNET]);
    const stop = new DOMException('Stopped', 'AbortError');
    const lots = [given('a.csv', 'no return'), given('b.csv', 'none either')];
    let steps = 0;
    const on = () => {
      steps += 1;
      if (steps === 2) throw stop;
    };
    await expect(work.read(lots, on)).rejects.toBe(stop);
    expect(work.view().files.map(({ path }) => path)).toEqual([expect.any(String), 'a.csv']);
  });
});

describe('a pack that is asked for', () => {
  const sexes = (whole: number, girls: number) =>
    [
      ['riia-02.referrals', whole],
      ['riia-02.referrals sex male', whole - girls],
      ['riia-02.referrals sex female', girls],
    ] as const;

  it('is told with what it holds, and named by what it is', async () => {
    const { work } = await desk([BARNET, BEXLEY, EARLIER]);
    const made = await work.pack(wanted(), () => undefined);
    expect(made).toMatchObject({ authorities: 2, quarters: 2, figures: 3, withheld: 0, key: null });
    const { name } = await work.packFile('package');
    expect(name).toBe(
      'quarterlight_pack_London-early_2024-25-Q4_to_2025-26-Q1_2025-08-01_shareable.zip',
    );
  });

  it('has no sentence about a number that it withholds', async () => {
    const before = ['2024-25 Q2', '2024-25 Q3', Q4] as const;
    const quiet = before.map((quarter) =>
      collected('302', quarter, sexes(400, 4), { treatment: COLLATOR }),
    );
    const odd = collected('302', Q1, sexes(2, 1), { treatment: COLLATOR });
    const id = 'history:302:riia-02:referrals:2025-26-Q1';
    const { work, view } = await desk(
      [...quiet, odd],
      choices({ accepted: { [id]: 'A strike.' } }),
    );
    expect(view.remarks).toMatchObject([{ id, note: 'A strike.' }]);
    const full = { kind: 'full', agreement: 'London agreement' } as const;
    const textOf = async (treatment: PackWanted['treatment']) => {
      await work.pack(wanted({ treatment }), () => undefined);
      const { content } = await work.packFile('package');
      return (await unzip(new Uint8Array(await content.arrayBuffer()))).get('remarks.csv');
    };
    expect(await textOf(full)).toContain('A strike.');
    expect((await textOf(wanted().treatment)) ?? '').not.toContain('A strike.');
  });

  it('is refused as a full one where no agreement is named', async () => {
    const { work } = await desk([BARNET]);
    const treatment = { kind: 'full', agreement: ' ' } as const;
    await expect(work.pack(wanted({ treatment }), () => undefined)).rejects.toThrow(/agreement/);
  });

  it('has its key apart where authorities are told by letters', async () => {
    const { work } = await desk([BARNET, BEXLEY]);
    const { key } = await work.pack(wanted({ names: 'pseudonyms' }), () => undefined);
    const { content } = await work.packFile('package');
    const tables = await unzip(new Uint8Array(await content.arrayBuffer()));
    expect([...tables.values()].join()).not.toMatch(/Barnet|Bexley/);
    const lines = (await key?.content.text())?.split('\r\n') ?? [];
    expect(
      lines
        .slice(1, -1)
        .map((line) => line.split(',')[2])
        .sort(),
    ).toEqual(['302', '303']);
    expect(key?.name).toMatch(/_KEY-keep-apart\.csv$/);
  });

  it('is not audited with a full pack that went out', async () => {
    const { work } = await desk([BARNET]);
    const treatment = { kind: 'full', agreement: 'London agreement' } as const;
    await work.pack(wanted({ treatment }), () => undefined);
    const full = await work.packFile('package');
    await expect(work.readBefore(given('full.zip', full.content))).rejects.toThrow(
      /is a full pack/,
    );
    await work.pack(wanted(), () => undefined);
    const shared = await work.packFile('csv');
    expect(await work.readBefore(given('out.csv', shared.content))).toBe('London, early');
  });
});
