import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './page.ts';

interface GivenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Why early help ended, and for how many children: two words that no national list has. */
const REASONS = {
  'Closed - happy': 9,
  'Outcome met': 14,
  'Moved to CAMHS, see letter': 6,
} as const;

const csv = (name: string, lines: readonly string[]): GivenFile => ({
  name: `${name}_20250714.csv`,
  mimeType: 'text/csv',
  buffer: Buffer.from(`${lines.join('\n')}\n`),
});

function extract(): GivenFile[] {
  const reasons = Object.entries(REASONS).flatMap(([reason, count]) =>
    Array<string>(count).fill(reason),
  );
  return [
    csv('ssd_person', [
      'pers_person_id,pers_sex,pers_dob',
      ...reasons.map((_, place) => `p${place},F,2015-01-01`),
    ]),
    csv('ssd_early_help_episodes', [
      'earl_episode_id,earl_person_id,earl_episode_start_date,earl_episode_end_date,earl_episode_end_reason',
      ...reasons.map((reason, place) => `e${place},p${place},2025-01-06,2025-05-06,"${reason}"`),
    ]),
  ];
}

async function give(page: Page, files: readonly GivenFile[]): Promise<void> {
  await page.goto('./#/');
  await page.getByLabel('Files of the extract').setInputFiles([...files]);
  await expect(page.getByRole('heading', { name: 'Extract', level: 1 })).toBeVisible();
}

async function measure(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Work out the measures' }).click();
  await expect(page.getByRole('heading', { name: 'Measures', level: 1 })).toBeVisible();
}

/** Takes the page; saves the profile, and gives the file as the browser does. */
async function saved(page: Page): Promise<GivenFile> {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save profile' }).click();
  const download = await downloading;
  return {
    name: download.suggestedFilename(),
    mimeType: 'application/json',
    buffer: await readFile(await download.path()),
  };
}

function asksWhenLeft(page: Page): Promise<boolean> {
  return page.evaluate(
    () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })),
  );
}

const means = (page: Page, word: string) =>
  page.getByRole('combobox', { name: `What ‘${word}’ stands for` });

test('a word is mapped, the figure moves, and is back with the profile next time', async ({
  page,
}) => {
  await give(page, extract());
  await page.getByLabel('Local authority').selectOption('301');
  await measure(page);
  await page.goto('./#/measure/eh-9');
  await expect(page.getByText('Not available').first()).toBeVisible();

  await page.goto('./#/words');
  await expect(page.getByText('2 words belong to no national group.')).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Steps' })).toContainText(/Words\s*Needs you/);
  await expectAccessible(page);
  await means(page, 'Closed - happy').selectOption({ label: 'Outcome met' });
  await expect(page.getByText('why it ended: Outcome met: 14 → 23')).toBeVisible();
  await expect(page.getByText('1 word belongs to no national group.')).toBeVisible();
  await means(page, 'Moved to CAMHS, see letter').selectOption({ label: 'Other' });
  await expect(page.getByText(/outcome met: Not available → 23$/i)).toBeVisible();
  await expect(means(page, 'Closed - happy')).toHaveValue('met');
  await expect(page.getByRole('navigation', { name: 'Steps' })).toContainText(/Words\s*Done/);
  await expectAccessible(page);
  await expect(page.getByText('words that you mapped')).toBeVisible();
  expect(await asksWhenLeft(page)).toBe(true);

  const profile = await saved(page);
  expect(profile.name).toBe('quarterlight-profile-301.json');
  expect(profile.buffer.toString()).toContain(
    '{"list":"early_help_end_reason","word":"closed - happy","group":"met"}',
  );
  expect(await asksWhenLeft(page)).toBe(false);

  await page.getByRole('button', { name: 'Clear everything' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Clear everything' }).click();
  await expect(page.getByRole('heading', { name: /From an SSD extract/ })).toBeVisible();
  await give(page, [...extract(), { ...profile, name: 'anything.json' }]);
  await expect(page.getByLabel('Local authority')).toHaveValue('301');
  await measure(page);
  await page.goto('./#/measure/eh-9');
  await expect(page.getByText(/23 .*outcome/i).first()).toBeVisible();
  expect(await asksWhenLeft(page)).toBe(false);
});

test('a mapping can be taken back, also one that takes the place of the national list’s', async ({
  page,
}) => {
  await give(page, extract());
  await page.getByLabel('Local authority').selectOption('301');
  await measure(page);
  await page.goto('./#/words');
  await page.getByLabel('Search the words').fill('outcome met');
  await means(page, 'Outcome met').selectOption({ label: 'Other' });
  await expect(page.getByText('why it ended: Outcome met: 14 → 0')).toBeVisible();
  await page.getByLabel('Search the words').fill('Outcome');
  await page.getByRole('button', { name: 'Take back ‘Outcome met’' }).click();
  await expect(page.getByText('why it ended: Outcome met: 0 → 14')).toBeVisible();
  expect(await asksWhenLeft(page)).toBe(false);
});

test('a bad profile is told, and the extract is read without it', async ({ page }) => {
  const bad = {
    name: 'profile.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"format": "quarterlight-profile", "version": 9}'),
  };
  await give(page, [...extract(), bad]);
  await expect(page.getByRole('alert')).toContainText('it is of version 9');
  await expect(page.getByText(/^2 of \d+ tables the measures need/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Go on without that profile' }).click();
  await expect(page.getByText('it is of version 9')).toHaveCount(0);
});

test('a profile does not take the place of unsaved changes unasked', async ({ page }) => {
  await give(page, extract());
  await page.getByLabel('Local authority').selectOption('301');
  await measure(page);
  await page.goto('./#/words');
  await means(page, 'Closed - happy').selectOption({ label: 'Outcome met' });
  await expect(page.getByText('why it ended: Outcome met: 14 → 23')).toBeVisible();
  const profile = await saved(page);
  await means(page, 'Closed - happy').selectOption({ label: 'Other' });
  await expect(page.getByText('why it ended: Outcome met: 23 → 14')).toBeVisible();

  await page.goto('./#/profile');
  await page.getByLabel('File of the profile').setInputFiles(profile);
  await expect(page.getByRole('dialog')).toContainText('words that you mapped');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Keep what is here' }).click();
  expect(await asksWhenLeft(page)).toBe(true);
  await page.getByLabel('File of the profile').setInputFiles(profile);
  await page.getByRole('button', { name: 'Use the file’s' }).click();
  await expect.poll(() => asksWhenLeft(page)).toBe(false);
  await page.goto('./#/words');
  await expect(means(page, 'Closed - happy')).toHaveCount(0);
  await page.getByLabel('Search the words').fill('closed - happy');
  await expect(means(page, 'Closed - happy')).toHaveValue('met');
});
