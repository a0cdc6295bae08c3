import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './page.ts';

const file = (name: string, text: string) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
});

const PERSONS = file('ssd_person.csv', 'pers_person_id,pers_dob,pers_sex\n1,2015-01-01,F\n');
/** Its date's heading lacks a letter. */
const CONTACTS = file(
  'ssd_contacts_20250714.csv',
  'cont_contact_id,cont_person_id,cont_contact_dat\n11,1,2025-05-01\n12,1,2025-06-01\n',
);
/** Five columns that legal statuses and immigration statuses have alike. */
const HEADLESS = file('export1.csv', '71,1,C2,2025-01-01,\n72,2,V4,2025-02-01,\n');

test('a column that is misspelt and a file without a heading are settled by keyboard', async ({
  page,
}) => {
  await give(page, [PERSONS, CONTACTS, HEADLESS]);
  await expect(page.getByRole('heading', { name: 'Before all of it can be read' })).toBeVisible();
  await expect(steps(page)).toContainText(/Extract\s+Needs you/);
  const opening = page.getByRole('table', { name: /^The first records of export1.csv/ });
  await expect(opening.getByRole('row').nth(1)).toContainText(
    /1\s*immi_person_id\s*lega_legal_status_id\s*71/,
  );
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Read the files again', exact: true }).press('Enter');
  await expect(page.getByRole('alert')).toContainText('Choose an answer');
  await expect(page.getByRole('radio').first()).toBeFocused();
  await expectAccessible(page);

  const column = page.getByRole('group', { name: /^Is cont_contact_dat in ssd_contacts/ });
  await column.getByRole('radio', { name: /^Yes/ }).press('Space');
  const heading = page.getByRole('group', { name: /^Which table does export1.csv hold/ });
  await heading.getByRole('radio', { name: 'Legal statuses (ssd_legal_status)' }).press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');

  await expect(page.getByText('These files were read by 2 answers that you gave')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Extract', level: 1 })).toBeFocused();
  await expect(page.getByRole('heading', { name: 'Before all of it can be read' })).toBeHidden();
  await expect(page.getByRole('row', { name: /^Legal statuses/ })).toContainText(
    /1 January 2025 to 1 February 2025/,
  );
  await expectAccessible(page);

  await page.getByRole('combobox', { name: 'Local authority' }).selectOption({ label: 'Camden' });
  await page.getByRole('button', { name: 'Work out the measures' }).press('Enter');
  await page.getByRole('heading', { name: 'Measures', level: 1 }).waitFor();
  await expect(page.getByRole('row', { name: /^Initial contacts 2/ })).toBeVisible();
  await expect(steps(page)).toContainText(/Extract\s+Done/);

  // What was answered can be forgotten, and is asked again.
  await page.goto('./#/extract');
  await page.getByRole('button', { name: /^Forget them/ }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Before all of it can be read' })).toBeVisible();
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
});

test('a file and columns with names of their own are named by a person', async ({ page }) => {
  await give(page, [PERSONS, file('Front door.csv', 'Ref,Child,Day\n11,1,2025-05-01\n')]);
  await page.getByText('Say what they are').click();
  await expectAccessible(page);
  await page.getByLabel('Front door.csv holds').selectOption('Contacts (ssd_contacts)');
  await page.getByRole('button', { name: 'Read the files again', exact: true }).press('Enter');
  await page.getByText('Say what they are').click();
  await page.getByLabel('cont_contact_id of ssd_contacts is headed').selectOption('Ref');
  await page.getByLabel('cont_person_id of ssd_contacts is headed').selectOption('Child');
  await page.getByLabel('cont_contact_date of ssd_contacts is headed').selectOption('Day');
  await page.getByRole('button', { name: 'Read the files again', exact: true }).press('Enter');
  await expect(page.getByRole('row', { name: /^Contacts/ })).toContainText('1 May 2025');
});

test('where every file waits for an answer, that is said first', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await give(page, [HEADLESS]);
  await expect(
    page.getByText('Nothing is read yet: the files wait for your answer.'),
  ).toBeVisible();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(360);
  await expectAccessible(page);
  await page.getByRole('radio', { name: /^None of these/ }).check();
  await page.getByRole('button', { name: 'Read the files again', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('Nothing in export1.csv is a table');
  await expect(page.getByRole('alert')).toContainText('export1.csv: is not read, as you said.');
  await expectAccessible(page);
});

function steps(page: Page) {
  return page.getByRole('navigation', { name: 'Steps' });
}

async function give(page: Page, files: readonly ReturnType<typeof file>[]): Promise<void> {
  await page.goto('./');
  await page.getByLabel('Files of the extract').setInputFiles([...files]);
}
