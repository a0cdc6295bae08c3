import { test } from './page.ts';
test('shot', async ({ page, watched }) => {
  await page.goto('./#/check');
  await page.getByRole('button', { name: /^Try to send something/ }).click();
  await page.getByText(/ways are closed|not refused/).first().waitFor({ timeout: 60000 });
  await page.getByText(/^Show every request/).click();
  await page.screenshot({ path: '/tmp/c-check-1280.png', fullPage: true });
  await page.setViewportSize({ width: 360, height: 800 });
  await page.screenshot({ path: '/tmp/c-check-360.png', fullPage: true });
  watched.complaints.length = 0;
});
