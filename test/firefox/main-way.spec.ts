import { firefox, test, expect } from '@playwright/test';
import { mainWay } from '../browser/whole-way.ts';

test('main way', async () => {
  const browser = await firefox.launch({ channel: 'moz-firefox', executablePath: '/usr/bin/firefox-esr' });
  const impl: any = (browser as any)._connection.toImpl(browser);
  console.log(Object.keys(impl).slice(0, 20));
  const s = impl._browserSession; const send = s.send.bind(s);
  s.send = (m: string, p: unknown) => m === 'emulation.setMediaFeaturesOverride' ? Promise.resolve({}) : send(m, p);
  const c = await browser.newContext({ baseURL: 'http://localhost:4452/' });
  const page = await c.newPage();
  page.on('console', (m) => console.log('console', m.text()));
  page.on('pageerror', (m) => console.log('error', m.message));
  const sent = await mainWay(page, { start: './' });
  console.log(sent.name, sent.buffer.length);
  expect(sent.name).toContain('quarterlight_');
  await browser.close();
});
