import { formOf } from '../../files/form.ts';
import { type ZippedFile, openZip } from '../../files/zip.ts';
import { LIMITS, limitInWords } from '../../model/limits.ts';
import type { Problem } from '../../model/problem.ts';
import { ABOUT_COLUMN } from '../csv.ts';
import { aboutChildren, refuseChildLevel } from './child-level.ts';
import { definitionsOf } from './measure-table.ts';
import { openSheets } from './open-sheets.ts';
import { type Opened, joinParts, parseJson, readWhole } from './opened.ts';
import { PackageFiles, type ReturnFile, noReturn, readCsv, unpacked } from './package-files.ts';
import { cellsOf, tableOfObjects } from './raw-table.ts';
import { readAbout } from './read-about.ts';
import { definitionList } from './read-definitions.ts';
import { Members } from './shape.ts';

/** Takes a file; gives what it holds, whichever form it is by its first bytes. Throws a Problem where it is no return. */
export async function openReturn(file: ReturnFile): Promise<Opened> {
  const { content, name } = file;
  if (content.size === 0) throw noReturn(name, 'it is empty');
  if (content.size > LIMITS.returnFile.most) throw tooLarge(name);
  const form = await formOf(content);
  switch (form) {
    case 'zip':
      return openZipped(file);
    case 'compound':
    case 'xml workbook':
      return openSheets(file);
    case 'text':
      return openText(file);
    case 'gzip':
    case 'parquet':
    case 'closed parquet':
    case 'broken xml workbook':
      throw noReturn(name, 'it is none of a Data Package (zip), a workbook, CSV or JSON');
  }
}

async function openText(file: ReturnFile): Promise<Opened> {
  const start = (await file.content.slice(0, 1024).text()).replace(/^[\uFEFF\s]+/, '');
  return start.startsWith('{') || start.startsWith('[') ? openJson(file) : openCsv(file);
}

async function openJson({ content, childColumns }: ReturnFile): Promise<Opened> {
  const json = (await content.text()).replace(/^\uFEFF/, '');
  const members = new Members(parseJson(json, 'the file'), '');
  const found = {
    read: readAbout(members),
    observations: members.of('observations', (read) => tableOfObjects(read, 'observations')),
  };
  refuseChildLevel(found.observations.columns, childColumns);
  const definitions = members.of('measures', definitionList);
  members.done();
  return { form: 'json', ...found, definitions };
}

async function openCsv(file: ReturnFile): Promise<Opened> {
  const table = await readCsv(file);
  refuseChildLevel(table.columns, file.childColumns);
  if (!table.columns.includes(ABOUT_COLUMN)) {
    throw noReturn(
      file.name,
      `it has no column ${ABOUT_COLUMN}, in which a return says what it is`,
    );
  }
  const cell = cellsOf(table);
  const whole = joinParts(
    table.rows.map((row) => cell(row, ABOUT_COLUMN)),
    `the column ${ABOUT_COLUMN}`,
  );
  return { form: 'csv', ...readWhole(whole, ''), observations: table };
}

async function openZipped(file: ReturnFile): Promise<Opened> {
  const zip = await openZip(file.content).catch((thrown: unknown) => {
    throw noReturn(file.name, 'it is a zip that cannot be opened, or is broken', thrown);
  });
  switch (zip.kind) {
    case 'workbook':
      return openSheets(file);
    case 'too large a workbook':
      throw noReturn(file.name, `it unpacks to more than ${limitInWords(LIMITS.workbook)}`);
    case 'too many files':
      throw noReturn(file.name, `it is a zip of more than ${limitInWords(LIMITS.zipEntries)}`);
    case 'document':
      throw noReturn(file.name, 'it is a document');
    case 'files':
      return openFiles(file, zip.entries);
  }
}

async function openFiles(file: ReturnFile, all: readonly ZippedFile[]): Promise<Opened> {
  const entries = all.filter(({ name }) => !/(^|\/)(__MACOSX\/|\.)/.test(name));
  const child = entries.find(({ name }) => /(^|\/)ssd_/i.test(name));
  if (child) throw aboutChildren(`the file ${child.name.slice(0, 80)} in it`);
  const descriptor = entries.find(({ name }) => /(^|\/)datapackage\.json$/.test(name));
  const [only] = entries;
  if (descriptor) return openPackage(new PackageFiles(file, entries, descriptor));
  if (!only || entries.length > 1 || /\.zip$/i.test(only.name)) {
    throw noReturn(file.name, 'it is a zip without a datapackage.json');
  }
  return openReturn({ ...file, name: only.name, content: await unpacked(only) });
}

async function openPackage(files: PackageFiles): Promise<Opened> {
  const about = await files.about();
  const read = readAbout(about);
  about.done();
  return {
    form: 'package',
    read,
    definitions: definitionsOf(await files.table('measures')),
    observations: await files.table('observations'),
  };
}

function tooLarge(name: string): Problem {
  return noReturn(name, `it is larger than ${limitInWords(LIMITS.returnFile)}, and no return is`);
}
