import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';

/** A file that is given to the page: where it stands, or what is in it. */
type Given = string | Sheet;

/** A file with its bytes, as the page takes and saves them. */
export interface Sheet {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** What a person gives and types on the way. What is left out is the sample's, or an ordinary person's. */
export interface Way {
  /** Where the page is: `./`, or the address of a file. */
  readonly start: string;
  /** An extract with the profile beside it; the sample where it is left out. */
  readonly extract?: readonly Given[];
  /** The code of the authority whose extract it is, and the day it was taken on where no file's name says it. */
  readonly authority?: string;
  readonly day?: string;
  /** The word that is typed where something is to be typed: a note, a sentence, an id, a group's name. */
  readonly words?: string;
  /** What is given to compare with beside the sample's pack. */
  readonly published?: readonly Given[];
  /** What is collated beside the return that was saved on the way. */
  readonly returns?: readonly Given[];
  /** What presses a button and gives the file that the browser saves, where it does not tell of it. */
  readonly save?: (button: Locator) => Promise<Sheet>;
  /** How files come into a field that takes them; by the browser driver's own way where it is left out. */
  readonly put?: (field: Locator, sheets: readonly Sheet[]) => Promise<void>;
}

const LONG = { timeout: 180_000 };
const ORDINARY = 'More families were helped early this quarter.';

/** Takes a page and the way; goes from the extract to the measures and to a return, and gives the return that was saved. */
export async function mainWay(page: Page, way: Way): Promise<Sheet> {
  await giveExtract(page, way);
  await measure(page, way);
  return saveReturn(page, way);
}

/**
 * Takes a page and the way; goes through all that can be done with an extract and with returns, as the quickest person would:
 * words, quality, a record list, reconcile, compare, collate, a return and a report. Gives every file that was saved.
 */
export async function wholeWay(page: Page, way: Way): Promise<Sheet[]> {
  await giveExtract(page, way);
  await measure(page, way);
  await lookAtWords(page);
  const corrections = await lookAtQuality(page);
  await lookAtRecords(page, way);
  await lookAtProfile(page);
  await compare(page, way);
  const sent = await saveReturn(page, way);
  await checkReturn(page, sent, way);
  const report = await makeReport(page, way);
  const collated = await collate(page, way, sent);
  return [corrections, sent, report, ...collated];
}

/** Takes the page and a place of it; goes there without loading the page anew, as a link does. */
export async function goTo(page: Page, place: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, place);
}

/** Takes the page and what saves a file; gives the file as the browser saves it. */
async function savedBy(page: Page, button: Locator): Promise<Sheet> {
  const [download] = await Promise.all([page.waitForEvent('download', LONG), button.click()]);
  const name = download.suggestedFilename();
  const mimeType = name.endsWith('.json') ? 'application/json' : 'application/octet-stream';
  return { name, mimeType, buffer: await readFile(await download.path()) };
}

async function giveExtract(page: Page, { start, extract, put }: Way): Promise<void> {
  await page.goto(start);
  if (extract) await give(page.getByLabel('Files of the extract', { exact: true }), extract, put);
  else await page.getByRole('button', { name: 'Try the sample extract' }).click();
  await heading(page, 'Extract');
}

async function measure(page: Page, { authority, day }: Way): Promise<void> {
  if (authority) await page.getByLabel(/^Local authority/).selectOption(authority);
  if (day) {
    const [year = '', month = '', date = ''] = day.split('-');
    for (const [part, value] of Object.entries({ Day: date, Month: month, Year: year }))
      await page.getByRole('textbox', { name: part, exact: true }).fill(value);
  }
  await page.getByRole('button', { name: 'Work out the measures' }).click();
  await heading(page, 'Measures');
}

async function lookAtWords(page: Page): Promise<void> {
  await goTo(page, '#/words');
  await heading(page, 'Words');
}

async function lookAtQuality(page: Page): Promise<Sheet> {
  await goTo(page, '#/quality');
  await heading(page, 'Quality');
  const list = page.getByRole('button', { name: /^Save the list of .*rows/ }).first();
  await list.waitFor(LONG);
  await list.click();
  return savedBy(page, page.getByRole('button', { name: 'I understand, save it' }));
}

async function lookAtRecords(page: Page, { words = 'none-such' }: Way): Promise<void> {
  await goTo(page, '#/measure/riia-02');
  await page.getByText('Show the records').click();
  await page.getByRole('table', { name: 'Records' }).waitFor();
  const field = page.getByRole('textbox', { name: 'Your number or ids' });
  await field.fill(`none-such-1\n${words}`);
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await page.getByRole('table', { name: 'What each of them comes to' }).waitFor(LONG);
}

async function lookAtProfile(page: Page): Promise<void> {
  await goTo(page, '#/profile');
  await heading(page, 'Profile');
}

async function compare(page: Page, { published, put }: Way): Promise<void> {
  await goTo(page, '#/compare');
  await page.getByRole('button', { name: 'Look at a sample pack' }).click();
  await page.getByRole('table', { name: 'Early Help' }).waitFor(LONG);
  if (published)
    await give(page.getByLabel('Files to compare with', { exact: true }), published, put);
  await goTo(page, '#/compare/eh-1');
  await page.locator('figure svg').first().waitFor(LONG);
}

async function saveReturn(page: Page, { words = ORDINARY, save }: Way): Promise<Sheet> {
  await goTo(page, '#/return');
  await page.getByRole('heading', { name: 'Before it goes' }).waitFor(LONG);
  await page
    .getByLabel(/^Why it moved: /)
    .first()
    .fill(words);
  const button = page.getByRole('button', { name: 'Save as JSON' });
  return save ? save(button) : savedBy(page, button);
}

async function checkReturn(page: Page, sent: Sheet, { put }: Way): Promise<void> {
  await goTo(page, '#/check-return');
  await give(page.getByLabel('File of the return', { exact: true }).first(), [sent], put);
  await page.getByRole('status').getByRole('heading', { level: 2 }).waitFor(LONG);
}

async function makeReport(page: Page, { words = ORDINARY }: Way): Promise<Sheet> {
  await goTo(page, '#/report');
  await page.getByLabel('Referrals', { exact: true }).check();
  await page.getByLabel('Your sentence on Referrals').fill(words);
  await page.getByRole('button', { name: 'Make the report' }).click();
  await page.getByRole('article', { name: 'The report' }).waitFor(LONG);
  return savedBy(page, page.getByRole('button', { name: 'Save as one HTML file' }));
}

async function collate(page: Page, { returns = [], put }: Way, sent: Sheet): Promise<Sheet[]> {
  await goTo(page, '#/collate');
  await give(page.getByLabel('Returns to collate', { exact: true }), [sent, ...returns], put);
  await page.getByRole('heading', { name: /^Who is in for/ }).waitFor(LONG);
  for (const step of ['files', 'remarks', 'totals']) {
    await goTo(page, `#/collate/${step}`);
    await heading(page, 'Collate');
  }
  const project = await savedBy(
    page,
    page.getByRole('button', { name: /^Save your work/ }).first(),
  );
  await goTo(page, '#/collate/pack');
  await page.getByRole('button', { name: 'Make the pack' }).click();
  await page.getByRole('heading', { name: 'The pack is made' }).waitFor(LONG);
  return [project, await savedBy(page, page.getByRole('button', { name: /^Save the pack/ }))];
}

async function heading(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { name, level: 1, exact: true }).waitFor(LONG);
}

/** Paths and bytes cannot be given at once. */
async function give(field: Locator, given: readonly Given[], put: Way['put']): Promise<void> {
  const sheets = await Promise.all(given.map(sheetOf));
  await (put ? put(field, sheets) : field.setInputFiles(sheets));
}

async function sheetOf(given: Given): Promise<Sheet> {
  if (typeof given !== 'string') return given;
  const name = given.split(/[/\\]/).at(-1) ?? given;
  return { name, mimeType: 'application/octet-stream', buffer: await readFile(given) };
}
