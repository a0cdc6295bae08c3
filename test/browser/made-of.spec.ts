import { readFileSync } from 'node:fs';
import about from '../../package.json' with { type: 'json' };
import { expect, test } from './page.ts';

test('the page gives the licences and the bill of materials of all that it is made of', async ({
  page,
}) => {
  await page.goto('./#/about');
  const [bill, licences] = [
    await saved('Save the bill of materials'),
    await saved('Save the licences'),
  ];
  expect(bill).toMatchObject({ name: 'quarterlight-sbom.cdx.json' });
  expect(JSON.parse(bill.text)).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6' });
  for (const name of [...Object.keys(about.dependencies), 'svelte', 'DuckDB', 'HiGHS']) {
    expect(bill.text).toContain(`"name": "${name}"`);
    expect(licences.text).toContain(`\n${name} `);
  }

  async function saved(button: string) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: button }).click(),
    ]);
    const text = readFileSync(await download.path(), 'utf8');
    return { name: download.suggestedFilename(), text };
  }
});
