import { expect, it } from 'vitest';
import { META_POLICY } from '../../../build/policy.ts';
import { singlePolicy } from '../../../build/single-policy.ts';

const policy = singlePolicy(['let needs', 'let script'], 'a {}');
const directives = new Map(
  policy.split('; ').map((one): [string, string] => {
    const [name = '', ...sources] = one.split(' ');
    return [name, sources.join(' ')];
  }),
);

it('the one file lets in its own scripts and style by their hashes, and no connection', () => {
  expect(directives.get('default-src')).toBe("'none'");
  // printf 'let needs' | openssl dgst -sha256 -binary | base64, and the same of 'let script'
  expect(directives.get('script-src')).toBe(
    "'sha256-xeiDa/z7qg15pDNPUjWeB0yirK6zS9o8BWAALRfFrCM=' 'sha256-9nlKU2SuIbZEOIDC2E53SBne9b2tJ8J8KTbS8ZI6k7o=' 'wasm-unsafe-eval'",
  );
  expect(directives.get('style-src')).toBe("'sha256-mkSHzL7faOU7/U/v8Umg+058R69+vN2A2xmE3Fz1q98='");
  expect(directives.get('worker-src')).toBe('blob:');
  expect(directives.get('connect-src')).toBe("'none'");
  expect(policy).not.toMatch(/'self'|unsafe-inline|'unsafe-eval'|https?:|\*/);
});

it('it forbids at least what the hosted page forbids', () => {
  for (const directive of META_POLICY.split('; ')) {
    const [name = '', ...sources] = directive.split(' ');
    if (sources.includes("'none'")) expect(directives.get(name)).toBe("'none'");
  }
});
