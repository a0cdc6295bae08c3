import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, tabTo, test, testMeasured } from './page.ts';

/** A file of the shape that Explore education statistics publishes, cut to three areas and two years. */
const REFERRALS = [
  'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,category,referral_count,rereferral_count,rereferral_percent',
  '2021,Reporting year,National,E92000001,England,,,,,,Referrals and Re-referrals,600000,120000,20.0',
  '2021,Reporting year,Local authority,E92000001,England,E12000007,London,202,E09000007,Camden,Referrals and Re-referrals,1500,300,20.0',
  '2021,Reporting year,Local authority,E92000001,England,E12000007,London,203,E09000011,Greenwich,Referrals and Re-referrals,2000,c,c',
  '2021,Reporting year,Local authority,E92000001,England,E12000007,London,999,E09000999,Nowhere,Referrals and Re-referrals,10,2,20.0',
  '',
].join('\n');

const fits = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;

for (const width of [1280, 360]) {
  test(
    `a lead without an extract sees how an authority compares, with the keyboard (${width} pixels)`,
    width === 360 ? {} : { tag: '@proof' },
    async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.goto('./#/compare');
      await expect(page.getByText('Choose a local authority to see how')).toBeVisible();
      await expectAccessible(page);

      await tabTo(page, 'combobox', /Local authority/);
      await page.getByLabel('Local authority').selectOption('202');
      await expect(
        page.getByText('For early help you need your region’s benchmark pack'),
      ).toBeVisible();
      const row = page.getByRole('row', { name: /^Repeat referrals % of/ });
      // Published: 18.3 % in the year to March 2025; its neighbours are those of DfE's model.
      await expect(row).toContainText('18.3%');
      await expect(row).toContainText('the median of 10');
      await expect(row).toContainText('when chance is allowed for');
      await expectAccessible(page);
      expect(await page.evaluate(fits)).toBe(0);
      expect(await row.evaluate((tr) => tr.scrollHeight - tr.clientHeight)).toBeLessThan(2);

      await tabTo(page, 'link', /^Repeat referrals$/);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { name: 'Repeat referrals', level: 1 })).toBeFocused();
      await expect(page.getByRole('img', { name: /Camden/ }).first()).toBeVisible();
      await expect(page.getByText(/The figure for Camden was 18.3% of referrals/)).toBeVisible();
      await page.getByText('Show as a table').first().click();
      await expect(page.getByRole('row', { name: /Camden/ }).first()).toContainText('18.3');
      await page.getByLabel('Compared with').selectOption({ label: 'England (153)' });
      await expect(page.getByText(/the median \(the middle figure\) of all 153/)).toBeVisible();
      await expectAccessible(page);
      expect(await page.evaluate(fits)).toBe(0);
      // What counts children is not fetched for this.
      expect(asked.filter((url) => url.endsWith('.wasm'))).toEqual([]);
    },
  );
}

test('published files, packs and what is none of them are told apart, and can be taken away', async ({
  page,
}) => {
  await page.goto('./#/compare/riia-04');
  await page.getByLabel('Local authority').selectOption('202');
  await give(page, 'c1.csv', REFERRALS);
  await expect(page.getByText(/c1.csv: \d+ remarks?/)).toBeVisible();
  await page.getByLabel('Period', { exact: true }).selectOption({ label: 'Year to 31 March 2021' });
  await expect(page.getByText(/The figure for Camden was 20.0%/)).toBeVisible();
  await page.getByLabel('Compared with').selectOption({ label: 'London (33)' });
  await page.getByText(/authorities are not in it: why/).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Greenwich' })).toContainText(
    /Withheld|confidential/i,
  );
  await give(page, 'letter.csv', 'Dear colleague\n');
  await expect(page.getByRole('alert').filter({ hasText: 'letter.csv' })).toBeVisible();
  await page.getByRole('button', { name: /^Take it away.*c1/ }).click();
  await expect(
    page.getByLabel('Period', { exact: true }).getByRole('option', { name: /2021/ }),
  ).toHaveCount(0);
});

testMeasured(
  'with the sample pack an authority sees all nine measures, each in depth',
  async ({ page }) => {
    testMeasured.slow();
    await page.goto('./#/compare');
    await page.getByRole('button', { name: 'Look at a sample pack' }).click();
    const table = page.getByRole('table', { name: 'Early Help' });
    await expect(table.getByRole('row')).toHaveCount(10);
    for (const row of (await table.getByRole('row').all()).slice(1))
      await expect(row).toContainText(/the median of 2[0-9]/);
    await expect(page.getByRole('img', { name: /^Flow of early help/ })).toBeVisible();
    await expectAccessible(page);

    await table.getByRole('link', { name: 'Children in early help' }).click();
    await expect(
      page.getByText(/Exampleshire \(made up\) had [\d.]+ per 10,000 children/),
    ).toBeVisible();
    for (const name of [/^Funnel/, /^Control chart/, /share by age/])
      await expect(page.getByRole('img', { name }).first()).toBeAttached();
    const figure = page.locator('figure').first();
    await figure.getByText(/^Save or copy/).click();
    for (const [button, ending] of [
      ['Save as PNG', '.png'],
      ['Save as SVG', '.svg'],
      ['Save the table as CSV', '.csv'],
    ] as const) {
      const saved = await downloaded(page, () =>
        figure.getByRole('button', { name: button }).click(),
      );
      expect(saved.name).toContain('Children-in-early-help');
      expect(saved.name.endsWith(ending)).toBe(true);
      expect(saved.bytes.length).toBeGreaterThan(400);
    }
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await page.evaluate(fits)).toBe(0);
  },
);

testMeasured(
  'a report holds what was chosen, small numbers withheld, and runs nothing',
  async ({ page, browser }) => {
    testMeasured.slow();
    await page.goto('./#/report');
    // Of the sample's 20 new plans 4 are repeats: a small number, and so the percentage.
    await page.getByLabel('Repeat child protection plans within 2 years').check();
    await page.getByLabel('Referrals', { exact: true }).check();
    await page.getByLabel('Your sentence on Referrals').fill('Jon Smith was born on 3 May 2015');
    await expect(page.getByText(/It is not put in/).first()).toBeVisible();
    await page.getByLabel('Your sentence on Referrals').fill('We opened a new <b>front door</b>.');
    await page.getByRole('button', { name: 'Make the report' }).click();
    await expect(page.getByRole('article', { name: 'The report' })).toBeVisible({
      timeout: 60_000,
    });
    await expectAccessible(page);
    const saved = await downloaded(page, () =>
      page.getByRole('button', { name: 'Save as one HTML file' }).click(),
    );
    const html = saved.bytes.toString('utf8');
    expect(html).toContain('We opened a new &lt;b&gt;front door&lt;/b&gt;.');
    expect(html).not.toContain('Smith');
    const whole = page.getByRole('article', { name: 'The report' });
    await expect(whole).toContainText(
      /no figure for Exampleshire.*\(withheld to protect children\)/i,
    );
    expect(html).not.toMatch(/\b20\.0%|\b4 of 20\b/);
    expect(html).not.toMatch(/<script|<button|<input|\son\w+=|https?:\/\/(?!www\.w3\.org)/i);

    const other = await (await browser.newContext({ offline: true })).newPage();
    const complaints: string[] = [];
    other.on('console', (message) => complaints.push(message.text()));
    await other.setContent(html);
    await expect(other.getByRole('heading', { name: 'Referrals', exact: true })).toBeVisible();
    await expect(other.locator('svg').first()).toBeVisible();
    expect(complaints).toEqual([]);
    await other.close();
  },
);

async function give(page: Page, name: string, text: string): Promise<void> {
  await page
    .getByLabel('Files to compare with')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
}

async function downloaded(
  page: Page,
  act: () => Promise<void>,
): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}
