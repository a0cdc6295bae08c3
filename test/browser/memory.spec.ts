import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { expect, test } from './page.ts';

const PERSONS = {
  name: 'ssd_person.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from('pers_person_id,pers_dob,pers_sex\n1,2015-01-01,F\n'),
};

/** Takes a number of contacts; writes them to a file and gives its path. */
async function contacts(rows: number): Promise<string> {
  const path = join(mkdtempSync(join(tmpdir(), 'quarterlight-')), 'ssd_contacts_20250714.csv');
  const file = createWriteStream(path);
  file.write('cont_contact_id,cont_person_id,cont_contact_date,cont_contact_source_desc\n');
  for (let row = 0; row < rows; row += 1000) {
    const lines = Array.from(
      { length: 1000 },
      (_, nth) => `a contact number ${row + nth},person ${row + nth},2025-05-01,Police\n`,
    );
    if (!file.write(lines.join(''))) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
  return path;
}

test('a full memory is told as such, with what to leave out, and the page goes on', async ({
  page,
}) => {
  // A browser on a small computer: the engine may use two fifths of it.
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'deviceMemory', { get: () => 0.25 });
  });
  const path = await contacts(1_500_000);
  await page.goto('./');
  await page.getByLabel('Files of the extract').setInputFiles(path);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText(
    'The memory that this page may use is full. It was reached at this step: Reading contacts.',
  );
  await expect(alert).toContainText('beginning with the largest');
  rmSync(path);

  await page.goto('./#/');
  await page.getByLabel('Files of the extract').setInputFiles([PERSONS]);
  await expect(page.getByRole('row', { name: /^Persons/ })).toBeVisible();
});

test('Stop stops at once what would go on for long, and the page can be used', async ({ page }) => {
  const path = await contacts(1_500_000);
  await page.goto('./');
  const whole = await timed(async () => {
    await page.getByLabel('Files of the extract').setInputFiles(path);
    await expect(page.getByRole('row', { name: /^Contacts/ })).toBeVisible();
  });

  await page.goto('./#/');
  await page.getByLabel('Files of the extract').setInputFiles(path);
  await expect(page.locator('#works-step')).toHaveText('Reading contacts');
  const afterStop = await timed(async () => {
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.goto('./#/');
    await page.getByLabel('Files of the extract').setInputFiles([PERSONS]);
    await expect(page.getByRole('row', { name: /^Persons/ })).toBeVisible();
  });
  // A computer may be slow: what is held against the stopping is what the whole reading took on it just now.
  expect(afterStop).toBeLessThan(whole / 2);
  rmSync(path);
});

/** Takes what is done; gives how long it took, in milliseconds. */
async function timed(does: () => Promise<void>): Promise<number> {
  const from = performance.now();
  await does();
  return performance.now() - from;
}
