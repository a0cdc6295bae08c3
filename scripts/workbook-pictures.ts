import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeZip } from '../src/files/write-zip.ts';
import { writePackWorkbook } from '../src/return/pack-workbook/workbook.ts';
import { readPack } from '../src/return/read/read-pack.ts';
import { readReturn } from '../src/return/read/read-return.ts';
import { writeDocument } from '../src/return/write.ts';
import { readSpec } from '../src/spec/reading/read-spec.ts';
import { knownTermsOf } from '../src/workbench/known-terms.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const EXAMPLE = ['datapackage.json', 'observations.csv', 'measures.csv'] as const;

/** The pages of each printed workbook that the docs show, by the picture's name; needs LibreOffice and pdftoppm. */
const PAGES = {
  return: { 'workbook-cover': 1, 'workbook-riia': 2 },
  pack: { 'pack-workbook-authority': 2, 'pack-workbook-theme': 5 },
} as const;

const spec = readSpec(ROOT);
const folder = mkdtempSync(join(tmpdir(), 'workbook-'));
const files = EXAMPLE.map(
  (name) => [name, new Uint8Array(readFileSync(`${ROOT}docs/return/example/${name}`))] as const,
);
const { document } = await readReturn(
  await writeZip(files, '2025-08-01T09:00:00Z'),
  'example.zip',
  knownTermsOf(spec),
);
const terms = {
  standard: spec.returnStandard,
  notAboutChildren: spec.disclosure.notAboutChildren,
};
const { bytes } = await writeDocument(document, terms, 'workbook');
takePictures('return', bytes);
const packBytes = new Uint8Array(readFileSync(`${ROOT}public/benchmark-pack/made-up.zip`));
const { pack } = await readPack(packBytes, 'made-up.zip', knownTermsOf(spec));
takePictures('pack', await writePackWorkbook(pack));
rmSync(folder, { recursive: true });

function takePictures(of: keyof typeof PAGES, workbook: Uint8Array): void {
  writeFileSync(join(folder, `${of}.xlsx`), workbook);
  execFileSync('soffice', [
    ...[`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'pdf'],
    ...['--outdir', folder, join(folder, `${of}.xlsx`)],
  ]);
  for (const [name, page] of Object.entries(PAGES[of])) {
    execFileSync('pdftoppm', [
      ...['-png', '-r', '70', '-singlefile', '-f', String(page), '-l', String(page)],
      ...[join(folder, `${of}.pdf`), `${ROOT}docs/screenshots/${name}`],
    ]);
  }
}
