import { describe, expect, it } from 'vitest';
import { csvField, startsFormula } from '../../../src/model/csv-field.ts';
import { parsedJson } from '../../../src/model/json.ts';
import { limitInWords } from '../../../src/model/limits.ts';
import {
  shortly,
  shownPath,
  visible,
  visibleName,
  withoutUnseen,
} from '../../../src/model/shown-text.ts';

describe('JSON', () => {
  it.each([
    ['deep lists', '['.repeat(100_000) + ']'.repeat(100_000), /more than 64 levels/],
    ['deep objects', '{"a":'.repeat(100) + '1' + '}'.repeat(100), /more than 64 levels/],
    ['a name twice', '{"a": 1, "b": {"a": 2}, "a": 3}', /has the name ‘a’ twice/],
    ['a name twice, once written otherwise', '{"a": 1, "\\u0061": 3}', /has the name ‘a’ twice/],
    ['brackets without end', '['.repeat(3), /JSON/],
  ])('is refused: %s', (_, json, why) => {
    expect(() => parsedJson(json)).toThrow(why);
  });

  it('is read where brackets and names stand in texts, and where a name is in two objects', () => {
    const json = JSON.stringify({ a: '['.repeat(99), b: [{ a: '"a":' }, { a: '\\' }], '"a"': 1 });
    expect(parsedJson(json)).toEqual(JSON.parse(json));
    expect(parsedJson('{"a":1,"a":2}', 'twice')).toEqual({ a: 2 });
  });

  it('has no nought with a minus, and leaves days and other numbers as they are', () => {
    const read = parsedJson('{"a": -0, "b": [-0.0, -1e-400, -0.5, -2], "on": "2025-05-01"}');
    expect(read).toEqual({ a: 0, b: [0, 0, -0.5, -2], on: '2025-05-01' });
  });

  it('has a member of any name, and changes nothing that all objects have', () => {
    const read = parsedJson('{"__proto__": {"polluted": true}, "constructor": 1}');
    expect(Object.keys(Object(read))).toEqual(['__proto__', 'constructor']);
    expect('polluted' in {}).toBe(false);
  });
});

describe('text that is shown', () => {
  it('has what nobody sees made visible, taken out, or kept apart', () => {
    expect(visible('a\u202Eb\u200Bc\uFEFF')).toBe('a[U+202E]b[U+200B]c[U+FEFF]');
    expect(visible('Town, Ynys Môn – ‘é’')).toBe('Town, Ynys Môn – ‘é’');
    expect(withoutUnseen('a\u2066b\u2069\u00AD')).toBe('ab');
    expect(visibleName('Leeds \u05D0\n')).toBe('Leeds [U+05D0][U+000A]');
    expect(shortly(`${'x'.repeat(50)}\u202E`)).toBe(`${'x'.repeat(40)}…`);
  });

  it('is a path that is shown the same when it is shown again', () => {
    for (const path of [
      'a/\u05D0\u05D1.csv',
      'x\u202E.csv',
      '\u2068a\u202E\u2069.csv',
      '\u0627/b',
      'plain/a.b.csv',
    ]) {
      expect(shownPath(shownPath(path))).toBe(shownPath(path));
      expect(shownPath(path)).not.toMatch(/[\u202A-\u202E\u2066\u2067]/);
    }
    expect(shownPath('a/\u05D0\u05D1.csv')).toBe('a/\u2068\u05D0\u05D1\u2069.csv');
  });
});

it.each([
  '=1',
  '+1',
  '-x',
  '@a',
  '\t=1',
  '\r=1',
  '＝1',
  '＋1',
  '－1',
  '＠a',
  '"=1',
  '\u200B=1',
  '\uFEFF=1',
  '\u202E=1',
  ';=1',
  "''=1",
])(
  'a field that could start a formula begins with an apostrophe, and one off is the text: %j',
  (text) => {
    expect(startsFormula(text)).toBe(true);
    expect(startsFormula(`'${text}`)).toBe(true);
    expect(csvField(text).replace(/^"/, '')).toMatch(/^'/);
  },
);

it('limits are told in the words of people', () => {
  expect(limitInWords({ most: 2_000_000_000, of: 'bytes' })).toBe('2 GB');
  expect(limitInWords({ most: 262_144, of: 'bytes' })).toBe('256 KB');
  expect(limitInWords({ most: 5000, of: 'files' })).toBe('5,000 files');
});
