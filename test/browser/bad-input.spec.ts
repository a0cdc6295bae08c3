import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './page.ts';

interface Given {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const file = (name: string, text: string): Given => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
});

const PERSONS = file('ssd_person.csv', 'pers_person_id,pers_dob,pers_sex\nA,2015-01-01,F\n');
const REFERRALS = file(
  'ssd_cin_episodes_20250714.csv',
  'cine_referral_id,cine_person_id,cine_referral_date\n1,A,2025-05-01\n2,A,31 of May\n3,A,2025-05-03,too many\n',
);

test('nothing that can be used: it says what each file is and what to give', async ({ page }) => {
  await give(page, [file('holidays.csv', 'place,days\nWhitby,7\n'), file('ssd_contacts.csv', '')]);
  const panel = page.getByRole('alert');
  await expect(panel).toContainText(
    'Nothing in 2 files is a table of the Standard Safeguarding Dataset',
  );
  await expect(panel).toContainText('holidays.csv');
  await expect(panel).toContainText('ssd_contacts.csv: is empty.');
  await expectAccessible(page);
});

test('a broken zip is told as one', async ({ page }) => {
  await give(page, [
    { name: 'extract.zip', mimeType: 'application/zip', buffer: Buffer.from('this is no zip') },
  ]);
  await expect(page.getByRole('alert')).toContainText(
    'extract.zip: is not a zip that can be opened, or is broken.',
  );
  await expectAccessible(page);
});

test('what is wrong is told by file, column and count, and everything else loads', async ({
  page,
}) => {
  await give(page, [
    PERSONS,
    REFERRALS,
    file('ssd_s47_enquiry.csv', ''),
    { ...PERSONS, name: 'more_persons.csv' },
  ]);
  await expect(page.getByRole('heading', { name: 'Extract', level: 1 })).toBeVisible();
  for (const sentence of [
    'We could not read 1 line of ssd_cin_episodes_20250714.csv',
    '1 date in column cine_referral_date of ssd_cin_episodes_20250714.csv cannot be read',
    'ssd_s47_enquiry.csv is empty. It was not read.',
    'ssd_person was given in 2 files: ssd_person.csv, more_persons.csv.',
  ]) {
    await expect(page.getByText(sentence).first()).toBeVisible();
  }
  await expectAccessible(page);
  await page.getByRole('combobox', { name: 'Local authority' }).selectOption({ label: 'Camden' });
  await page.getByRole('button', { name: 'Work out the measures' }).click();
  await page.getByRole('heading', { name: 'Measures', level: 1 }).waitFor();
  await expect(page.getByRole('row', { name: /^Referrals 1/ })).toBeVisible(); // of three: one has no date, one was not read
  await expect(
    page.locator('tr.figure', { hasText: 'Children looked after' }).first(),
  ).toContainText('Not available');
  await page.goto('./#/measure/riia-02');
  await expect(
    page.getByText('1 referral in the extract is not counted in any period: 1 with no date.'),
  ).toBeVisible();
  for (const sentence of [
    '1 line of ssd_cin_episodes could not be read, and is not counted.',
    '1 date in cine_referral_date of ssd_cin_episodes could not be read, and is taken as missing.',
  ]) {
    await expect(page.getByText(sentence)).toBeVisible();
  }
  await expectAccessible(page);
});

test('a start that fails is told, and can be tried again', async ({ page, watched }) => {
  await page.route(/\.wasm$/, (route) => route.abort());
  await give(page, [PERSONS]);
  await expect(page.getByRole('alert')).toContainText('did not start');
  await expectAccessible(page);
  await page.unroute(/\.wasm$/);
  await page.getByRole('button', { name: 'Try again' }).first().click();
  await expect(page.getByRole('heading', { name: 'Extract', level: 1 })).toBeVisible();
  // The refused request speaks in the console, and nothing else does.
  expect(watched.complaints.every((complaint) => complaint.includes('ERR_FAILED'))).toBe(true);
  watched.complaints.length = 0;
});

async function give(page: Page, files: readonly Given[]): Promise<void> {
  await page.goto('./');
  await page.getByLabel('Files of the extract').setInputFiles([...files]);
}
