import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';

/** One thing that the page is made of: a package, or what a package holds as a program that was built before. */
export interface Component {
  readonly name: string;
  readonly version: string;
  /** Where it comes from, as a package URL. */
  readonly purl: string;
  /** By its SPDX name. */
  readonly licence: string;
  readonly text: string;
}

const described = z.object({ name: z.string(), version: z.string(), license: z.string() });

const TEXT = /^(licen[cs]e|copying|notice)(\.(md|txt))?$/i;

/** Packages under the MIT licence that come without its text, and whose copyright it is, as their repositories have it. */
const HOLDERS: Readonly<Record<string, string>> = {
  '@duckdb/duckdb-wasm': '2021 DuckDB WASM Contributors',
  'govuk-frontend': '2017 Crown Copyright (Government Digital Service)',
};

/** What is compiled into a package, which names it nowhere that a program could read. */
const INSIDE: Readonly<Record<string, Omit<Component, 'text'> & { readonly holder: string }>> = {
  '@duckdb/duckdb-wasm': {
    name: 'DuckDB',
    version: '1.4.3',
    purl: 'pkg:github/duckdb/duckdb@v1.4.3',
    licence: 'MIT',
    holder: '2018-2025 Stichting DuckDB Foundation',
  },
  highs: {
    name: 'HiGHS',
    version: '1.15',
    purl: 'pkg:github/ERGO-Code/HiGHS@1.15',
    licence: 'MIT',
    holder: '2026 HiGHS',
  },
};

/**
 * Takes the project's folder and that of a package; gives what the package is, and what is compiled into it. Throws where
 * nothing says under which licence it may be given on.
 */
export function componentsIn(root: string, folder: string): readonly Component[] {
  const from = resolve(root, folder);
  const text = readFileSync(join(from, 'package.json'), 'utf8');
  const { name, version, license } = described.parse(JSON.parse(text));
  const own = { name, version, purl: `pkg:npm/${encodedName(name)}@${version}`, licence: license };
  const components = [{ ...own, text: textIn(from) ?? mit(name, HOLDERS[name]) }];
  const { [name]: inside } = INSIDE;
  if (inside) {
    const { holder, ...component } = inside;
    components.push({ ...component, text: mit(component.name, holder) });
  }
  return components;
}

function encodedName(name: string): string {
  return name.split('/').map(encodeURIComponent).join('/');
}

function textIn(folder: string): string | null {
  const texts = readdirSync(folder)
    .filter((file) => TEXT.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
  return texts.length > 0 ? texts.join('\n\n') : null;
}

function mit(name: string, holder: string | undefined): string {
  if (holder === undefined) throw new Error(`${name} comes without the text of its licence`);
  return `MIT License

Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation
files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy,
modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the
Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
}
