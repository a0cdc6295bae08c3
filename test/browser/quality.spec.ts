import { readFileSync } from 'node:fs';
import * as xlsx from '@e965/xlsx';
import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, measureSample, test } from './page.ts';

const csv = (name: string, lines: readonly string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(`${lines.join('\n')}\n`),
});

/** Three referrals that count, one that has no date and an id like a formula, and one whose id was met before. */
const FAULTY = [
  csv('ssd_person_20250714.csv', [
    'pers_person_id,pers_dob,pers_sex',
    'A,2015-01-01,F',
    'B,2016-01-01,M',
  ]),
  csv('ssd_cin_episodes_20250714.csv', [
    'cine_referral_id,cine_person_id,cine_referral_date,cine_close_date',
    'R1,A,2025-05-01,',
    'R2,B,2025-05-02,',
    'R3,B,2025-05-20,',
    '=R4,B,,',
    'R1,B,2025-06-03,',
  ]),
];

test('a finding says what it changes, its rows are listed, and the list that is saved holds them', async ({
  page,
}) => {
  test.slow(); // axe looks at every state
  await measureFaulty(page);
  await page.getByRole('link', { name: 'Quality', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Quality', level: 1 })).toBeFocused();
  await checked(page);

  const met = page.getByRole('article', { name: 'Rows whose identifier was met before' });
  await expect(met).toContainText('Serious. 1 row of ssd_cin_episodes, for 1 child.');
  // R3 is B's second referral in 12 months; the second R1 would be B's third.
  await expect(met).toContainText(
    'Repeat referrals: is 33.3% (1 of 3), would be 50.0% (2 of 4) (+16.7 points). It changes 1 other headline too.',
  );
  await expect(
    page.getByRole('navigation', { name: 'Steps' }).getByRole('listitem').filter({
      hasText: 'Quality',
    }),
  ).toContainText('Needs you');
  await expectAccessible(page);

  await met.getByText('What it changes, and how to put it right').click();
  const changes = met.getByRole('table', { name: /^What it changes in April to June 2025/ });
  await expect(changes.getByRole('row', { name: /^Referrals/ })).toContainText('34+1');
  await expect(met).toContainText('To see this, each is counted as a row of its own');

  await met.getByText('Show the 1 row').click();
  const rows = met.getByRole('table', { name: /^Rows: / }).getByRole('row');
  await expect(rows).toHaveCount(2); // and the heading
  await expect(rows.nth(1).getByRole('cell')).toHaveText([
    'ssd_cin_episodes',
    'R1',
    'B',
    '3 June 2025',
    '',
  ]);

  await met.getByRole('button', { name: 'Save the list of 1 row' }).click();
  const asks = page.getByText('This list is about individual children.');
  await expect(asks).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Do not save it' }).click();
  await expect(asks).toBeHidden();
  await expect(met.getByRole('button', { name: 'Save the list of 1 row' })).toBeFocused();

  await page.setViewportSize({ width: 360, height: 740 });
  expect(await sideways(page)).toBe(0);
  await expectAccessible(page);
});

test('the list of all findings chosen is saved after one question, and is marked as child-level', async ({
  page,
}) => {
  await measureFaulty(page);
  await page.getByRole('link', { name: 'Quality', exact: true }).click();
  await checked(page);
  await page.getByRole('button', { name: /^Save the list of \d+ rows/ }).click();
  const whole = await savedRows(page, page.getByRole('button', { name: 'I understand, save it' }));
  expect(whole.opening).toContain('Child-level. Do not send.');
  expect(whole.rows.map(({ check, id }) => `${check} ${id}`)).toEqual(
    expect.arrayContaining(["Rows with no date '=R4", 'Rows whose identifier was met before R1']),
  );

  await page.getByRole('checkbox', { name: /^Rows with no date/ }).uncheck();
  const button = page.getByRole('button', { name: /^Save the list of .* the findings chosen$/ });
  const fewer = await savedRows(page, button); // it does not ask again
  expect(fewer.rows.length).toBe(whole.rows.length - 1);
  expect(fewer.rows.map(({ check }) => check)).not.toContain('Rows with no date');
});

test('a measure shows the findings that touch it, and leads to each', async ({ page }) => {
  await measureFaulty(page);
  await page.goto('./#/measure/riia-02');
  const touching = page.getByRole('region', { name: 'Findings that touch it' });
  await expect(touching).toContainText('have not been made for April to June 2025 yet');
  await touching.getByRole('link', { name: 'Make the checks' }).click();
  await checked(page);

  await page.goBack();
  const found = touching.getByRole('listitem').filter({ hasText: 'Rows with no date' });
  await expect(found).toContainText('It is 3, would be 4 (+1).');
  await expectAccessible(page);
  await found.getByRole('link').click();
  await expect(page.getByRole('heading', { name: 'Rows with no date' })).toBeFocused();

  await page.goto('./#/measure/riia-10');
  await expect(touching).toContainText(/No check found anything|would be|does not change/);
});

test('the checks stop when told to, keep what they have, and go on', async ({ page }) => {
  await measureSample(page);
  await page.getByRole('link', { name: 'Quality', exact: true }).click();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText('Stopped. What was found is kept.').first()).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Quality', level: 1 })).toBeFocused();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Go on' }).click();

  // Who reads the list already has it stay as it is, until they ask for another order.
  await page.getByRole('article').first().click();
  await checked(page);
  const first = page.getByRole('article').first();
  await expect(first).not.toContainText(/would be [\d,]+ \(−21\)/);
  await page.getByRole('button', { name: 'Sort by what they change' }).click();
  await expect(page.getByText(/^What changes a headline most comes first/)).toBeVisible();
  await expect(first).toContainText(/would be [\d,]+ \(−21\)/);

  // What was found belongs to a quarter: another is checked anew.
  await page
    .getByRole('combobox', { name: 'Quarter' })
    .selectOption({ label: 'January to March 2025 (2024-25 Q4)' });
  await expect(page.getByText('to the figures of January to March 2025')).toBeVisible();
  await checked(page);
  await expect(page.getByText(/in January to March 2025\.$/).first()).toBeVisible();
});

/** Takes the page; gives it the faulty extract and works out its measures. */
async function measureFaulty(page: Page): Promise<void> {
  await page.goto('./');
  await page.getByLabel('Files of the extract').setInputFiles(FAULTY);
  await page.getByRole('combobox', { name: 'Local authority' }).selectOption({ label: 'Camden' });
  await page.getByRole('button', { name: 'Work out the measures' }).click();
  await page.getByRole('heading', { name: 'Measures', level: 1 }).waitFor();
}

/** Takes the page; waits until every check is made, and it is known what each finding changes. */
async function checked(page: Page): Promise<void> {
  await page
    .getByText(/checks? found (something|nothing)/)
    .first()
    .waitFor();
  await expect(page.getByRole('button', { name: 'Stop' })).toHaveCount(0);
}

/** Takes the page and a button; gives what the file that it saves holds: its first line, and its rows by the heading under it. */
async function savedRows(page: Page, button: Locator) {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  expect(download.suggestedFilename()).toBe('child-level-do-not-send.csv');
  const text = readFileSync(await download.path(), 'utf8').replace(/^\uFEFF/, '');
  const [opening = '', ...lines] = text.split('\r\n');
  const book = xlsx.read(lines.join('\r\n'), { type: 'string', raw: true });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
  return { opening, rows: xlsx.utils.sheet_to_json<Record<string, string>>(sheet) };
}

/** Takes the page; gives by how many pixels it is wider than the window. */
function sideways(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}
