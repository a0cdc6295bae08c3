import { describe, expect, it } from 'vitest';
import { hostingFiles } from '../../../build/hosting.ts';
import { HEADERS } from '../../../build/policy.ts';
import { bindsToOrigin } from '../../../src/shipped/bound-header.ts';

/** How each server's file says a header: its name and its value. */
const SAYS: Readonly<Record<string, RegExp>> = {
  'web.config': /<add name="([^"]+)" value="([^"]*)" \/>/g,
  '.htaccess': /^Header always set (\S+) "((?:[^"\\]|\\.)*)"$/gm,
  'nginx-headers.conf': /^add_header (\S+) "((?:[^"\\]|\\.)*)" always;$/gm,
  _headers: /^ {2}([A-Z][\w-]+): (.+)$/gm,
};

function headersIn(file: string): Record<string, string> {
  const text = hostingFiles().get(file) ?? '';
  const pattern = SAYS[file] ?? /$^/g;
  const said = [...text.matchAll(pattern)].map(([, name = '', value = '']): [string, string] => [
    name,
    value.replaceAll('\\"', '"').replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
  ]);
  return Object.fromEntries(said.filter(([name]) => name !== 'Cache-Control'));
}

describe('the files for servers', () => {
  it.each(Object.keys(SAYS))(
    '%s says every header of the page, word for word, and no other',
    (file) => {
      expect(headersIn(file)).toEqual(HEADERS);
    },
  );

  it('are all of those that are written', () => {
    expect([...hostingFiles().keys()].sort()).toEqual(Object.keys(SAYS).sort());
  });

  it('have no sign that nginx would take for a variable', () => {
    expect(Object.values(HEADERS).filter((value) => value.includes('$'))).toEqual([]);
  });
});

describe('a response’s policy', () => {
  it('binds where it has what the page’s own has', () => {
    expect(bindsToOrigin(HEADERS['Content-Security-Policy'])).toBe(true);
    expect(bindsToOrigin("img-src *, DEFAULT-SRC 'none' ; connect-src  'self'")).toBe(true);
  });

  it.each([
    ['none', null],
    ['an empty one', ''],
    ['one without connect-src', "default-src 'none'"],
    ['one without default-src', "connect-src 'self'"],
    [
      'one that lets a second origin in',
      "default-src 'none'; connect-src 'self' https://a.example",
    ],
    [
      'one that lets in first and forbids later',
      "default-src 'none'; connect-src *; connect-src 'self'",
    ],
    ['halves in two policies', "default-src 'none', connect-src 'self'"],
  ])('does not bind: %s', (_, header) => {
    expect(bindsToOrigin(header)).toBe(false);
  });
});
