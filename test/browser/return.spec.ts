import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, measureSample, test } from './page.ts';

test.setTimeout(240_000);

/** Takes the page; opens the Return page and waits until it is made safe. */
async function openReturn(page: Page): Promise<void> {
  await page.goto('./#/return');
  await expectMade(page);
}

async function expectMade(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Before it goes' }).waitFor({ timeout: 120_000 });
}

async function savedJson(page: Page): Promise<{ name: string; path: string; said: unknown }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as JSON' }).click(),
  ]);
  const path = await download.path();
  return { name: download.suggestedFilename(), path, said: JSON.parse(readFileSync(path, 'utf8')) };
}

test('a return is explained, checked and signed off, and is a draft again when a note is changed', async ({
  page,
}) => {
  await measureSample(page);
  await openReturn(page);
  await expect(page.getByText(/Of [\d,]+ numbers, \d+ are withheld:\s+\d+ because/)).toBeVisible();
  await expect(page.getByText('Small itself, or leans on a small number').first()).toBeVisible();
  await expectAccessible(page);

  const note = page.getByLabel('Why it moved: EHC plans');
  await note.fill('Plans of Jane Doe, born 12/05/2015');
  await expect(page.getByText(/It has what looks like a name/)).toBeVisible();
  await expect(page.getByText(/A date of birth must not be sent/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Sign it off' }).click();
  await expect(page.getByText(/Enter the role of the person/)).toBeVisible();
  await expect(page.getByLabel('Who signs it off, by role')).toBeFocused();
  await page.getByLabel('Who signs it off, by role').fill('Head of performance');
  await page.getByRole('button', { name: 'Sign it off' }).click();
  await expect(page.getByText(/^Signed off by Head of performance on/)).toBeVisible();

  const doubted = await savedJson(page);
  expect(doubted.name).toBe('quarterlight_Exampleshire_000_2025-26-Q1_v1_shareable.json');
  expect(doubted.said).toMatchObject({ signedOff: { role: 'Head of performance' }, notes: [] });

  await note.fill('A backlog of requests was cleared.');
  await expect(page.getByRole('button', { name: 'Sign it off' })).toBeVisible();
  const draft = await savedJson(page);
  expect(draft.name).toContain('_DRAFT');
  expect(draft.said).toMatchObject({
    signedOff: null,
    notes: [{ at: { measure: 'riia-27' }, says: 'A backlog of requests was cleared.' }],
  });
});

test('a complete return is saved only under an agreement that is named, and says what it is', async ({
  page,
}) => {
  await measureSample(page);
  await openReturn(page);
  await page.getByLabel('A collator’s return').check();
  await expect(page.getByRole('heading', { name: 'NEVER TO BE PUBLISHED' })).toBeVisible();
  const save = page.getByRole('button', { name: 'Save as JSON' });
  await expect(save).toHaveAttribute('aria-disabled', 'true');
  await expectAccessible(page);
  await page.getByLabel(/Which agreement allows/).fill('Northern data sharing agreement, 2025');
  await expect(save).toHaveAttribute('aria-disabled', 'false');
  const { name, said } = await savedJson(page);
  expect(name).toContain('NEVER');
  const observations: unknown = Reflect.get(Object(said), 'observations');
  const outcomes = Array.isArray(observations)
    ? observations.map((row: unknown) => String(Reflect.get(Object(row), 'outcome')))
    : [];
  expect(outcomes.length).toBeGreaterThan(1000);
  expect(outcomes).not.toContain('withheld');
});

test('a return that was sent before is looked at together with the next version', async ({
  page,
}) => {
  await measureSample(page);
  await openReturn(page);
  const before = await savedJson(page);
  await page.getByText('Did you send a return before?').click();
  await page.getByLabel('File of the return').setInputFiles({
    name: before.name,
    mimeType: 'application/json',
    buffer: readFileSync(before.path),
  });
  await page
    .getByRole('heading', { name: 'What has changed since it was sent' })
    .waitFor({ timeout: 120_000 });
  await expect(
    page.getByText(/all of 1 to 5 fit what the file shows, together with/),
  ).toBeVisible();
  const next = await savedJson(page);
  expect(next.name).toContain('_v2_');
  expect(next.said).toMatchObject({
    version: 2,
    treatment: { audit: { against: [{ name: before.name }] } },
  });
});
