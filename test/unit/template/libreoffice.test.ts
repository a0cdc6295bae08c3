import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { read } from '@e965/xlsx';
import { afterAll, describe, expect, it } from 'vitest';
import { loadSolver } from '../../../src/disclosure/highs.ts';
import { protect } from '../../../src/disclosure/protect.ts';
import { fillWorkbook } from '../../../src/files/fill-workbook.ts';
import { readGrids } from '../../../src/files/grids.ts';
import { answerByHand } from '../../../src/measure/without-extract.ts';
import type { ReadTemplate } from '../../../src/model/given.ts';
import type { Return, ReturnForm } from '../../../src/model/return.ts';
import { readReturn } from '../../../src/return/read/read-return.ts';
import { writeReturn } from '../../../src/return/write.ts';
import { spec } from '../../../src/spec/spec.ts';
import { readTemplate } from '../../../src/template/read-template.ts';
import { knownTermsOf } from '../../../src/workbench/known-terms.ts';
import { collatorsBook } from './collators-book.ts';
import { BY, QUARTER, type Row, filledTemplate } from './filled.ts';

const FORMS: readonly ReturnForm[] = ['package', 'workbook', 'csv', 'json'];

/** Five measures, and no more: contacts, referrals by sex, repeat referrals, children on a plan, and why there is no number. */
const FIVE: Readonly<Record<string, Row>> = {
  'riia-01 contacts count': { quarter: 900, year: 3500 },
  'riia-01 children count': { quarter: 700, year: 2400 },
  'riia-02 referrals count': { quarter: 120, year: 500 },
  'riia-02 referrals count sex female': { quarter: 57 },
  'riia-02 referrals count sex male': { quarter: 60 },
  'riia-02 referrals count sex unknown': { quarter: 3 },
  'riia-04 repeat denominator': { quarter: 120 },
  'riia-04 repeat numerator': { quarter: 4 },
  'riia-13 children count': { quarter: 88 },
  'riia-18 children count': { quarter: 'x', why: 'The system was changed in May.' },
};

function hasLibreOffice(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe.skipIf(!hasLibreOffice())(
  'in LibreOffice (skipped where there is none)',
  { timeout: 240_000 },
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'templates-'));
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    /** Opens the workbook, works it out, and saves it anew, as a person does. */
    function saved(bytes: Uint8Array, form = 'xlsx'): Uint8Array<ArrayBuffer> {
      writeFileSync(join(folder, 'given.xlsx'), bytes);
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      const args = [profile, '--headless', '--convert-to', form, '--outdir', join(folder, 'out')];
      execFileSync('soffice', [...args, join(folder, 'given.xlsx')], {
        stdio: 'ignore',
        timeout: 120_000,
      });
      return new Uint8Array(readFileSync(join(folder, 'out', `given.${form}`)));
    }

    it('a template that is filled in for five measures only becomes a valid partial return', async () => {
      const bytes = saved(await filledTemplate(FIVE));
      const template = await readTemplate(new Blob([bytes]), BY);
      expect(template.problems).toEqual([]);
      expect(template.given.length).toBe(12);
      const made = await returnFrom(template);
      const terms = {
        ...{ appVersion: '1', measures: spec.measures, breakdowns: spec.breakdowns },
        standard: spec.returnStandard,
        notAboutChildren: spec.disclosure.notAboutChildren,
      };
      for (const form of FORMS) {
        const file = await writeReturn(made, terms, form);
        const back = await readReturn(file.bytes, file.name, knownTermsOf(spec));
        expect({ form, remarks: back.remarks, asWritten: back.asWritten }).toEqual({
          ...{ form, remarks: [], asWritten: true },
        });
        expect(back.document.extract).toBeNull();
        const said = back.document.observations.filter(({ outcome }) => outcome.kind !== 'missing');
        expect(
          said.map(({ measure, figure, period, cell, outcome }) =>
            [
              measure,
              figure,
              period === QUARTER ? 'quarter' : 'year',
              cell?.cell ?? 'all',
              outcome.kind,
            ].join(' '),
          ),
        ).toEqual([
          'riia-01 contacts quarter all count',
          'riia-01 contacts year all count',
          'riia-01 children quarter all count',
          'riia-01 children year all count',
          'riia-01 rate quarter all ratio',
          'riia-01 rate year all ratio',
          'riia-01 rate_annualised quarter all ratio',
          'riia-02 referrals quarter all count',
          'riia-02 referrals quarter female withheld',
          'riia-02 referrals quarter male count',
          'riia-02 referrals quarter unknown withheld',
          'riia-02 referrals year all count',
          'riia-02 rate quarter all ratio',
          'riia-02 rate year all ratio',
          'riia-02 rate_annualised quarter all ratio',
          'riia-04 repeat quarter all withheld',
          'riia-13 children quarter all count',
          'riia-13 rate quarter all ratio',
          'riia-18 children quarter all not available',
          'riia-18 rate quarter all not available',
        ]);
        expect(new Set(said.map(({ origin }) => origin))).toEqual(new Set(['entered by hand']));
      }
    });

    it('a template checks itself as it is filled in', async () => {
      const off = { 'riia-02 referrals count sex male': { quarter: 63 } };
      const why = { 'riia-18 children count': { quarter: 'x' } };
      const grids = await readGrids(
        new Blob([saved(await filledTemplate({ ...FIVE, ...off, ...why }))]),
      );
      if (typeof grids === 'string') throw new Error(grids);
      const sheet = (name: string) => grids.find((grid) => grid.name === name)?.rows ?? [];
      const checks = sheet('RIIA').map((row) => row[6] ?? '');
      expect(checks.filter((check) => check !== '')).toEqual([
        'Check (locked)',
        '3.3%',
        'Say why, in a few words',
      ]);
      const sums = sheet('Breakdowns').flatMap((row) => [row[3] ?? '', row[4] ?? '']);
      expect(sums.filter((says) => /up|Off/.test(says))).toEqual(['Off by 3']);
    });

    it('a collator’s workbook that was filled in opens, and its formulas are worked out anew', async () => {
      const cells = [
        { cell: 'B3', value: 120 },
        { cell: 'B4', value: 24 },
      ];
      const { bytes } = await fillWorkbook(await collatorsBook(), [
        { sheet: 'RIIA & more', cells },
      ]);
      const book = read(saved(bytes), { cellFormula: true });
      expect(book.Sheets['RIIA & more']?.['B5']).toMatchObject({ f: 'B4/B3', v: 0.2 });
      expect(book.Sheets['Sums']?.['B1']?.v).toBe(240);
      expect(book.Sheets['RIIA & more']?.['!merges']).toHaveLength(1);
    });
  },
);

/** What the page makes of a template: measured, made safe, not signed off. */
async function returnFrom({ authority: la, byHand, given }: ReadTemplate): Promise<Return> {
  const answer = answerByHand(spec, {
    ...{ la, extractDate: null, quarter: QUARTER, settings: {}, words: [] },
    ...{ handEntered: byHand, given },
  });
  const [policy] = spec.disclosure.policies;
  if (!policy) throw new Error('there is no policy');
  const solver = fileURLToPath(import.meta.resolve('highs/runtime'));
  const { observations, audit } = protect(
    {
      observations: answer.results.flatMap((result) => result.observations),
      ...{ policy, before: [], today: [] },
      ...{ measures: spec.measures, rules: spec.disclosure },
    },
    await loadSolver(solver),
    () => undefined,
  );
  return {
    authority: { code: la, name: 'Bedford' },
    ...{ quarter: QUARTER, version: 1, extract: null, made: '2025-07-14T09:30:00Z' },
    ...{ signedOff: null, caveats: [], settings: [], earlyHelp: [], wordsMapped: [] },
    ...{ quality: null, notes: [], revisions: [] },
    treatment: { kind: 'shareable', policy, audit },
    observations,
  };
}
