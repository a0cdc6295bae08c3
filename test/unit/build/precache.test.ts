import { expect, it } from 'vitest';
import { pathAsked } from '../../../src/shipped/precache.ts';

const SCOPE = 'https://host.example/quarterlight/';
const FILES = ['', 'assets/engine.wasm', 'sample/profile.json'].map((path) => ({
  path,
  integrity: 'sha256-',
}));

const asked = (address: string, method = 'GET') =>
  pathAsked({ url: new URL(address, SCOPE).href, method }, SCOPE, FILES);

it('what is listed is answered from what was kept', () => {
  expect(asked('./')).toBe('');
  expect(asked('./index.html')).toBe('');
  expect(asked('./#/measures')).toBe('');
  expect(asked('assets/engine.wasm')).toBe('assets/engine.wasm');
});

it.each([
  'assets/engine.wasm?name=value',
  './?',
  'assets/other.wasm',
  'service-worker.js',
  '/assets/engine.wasm',
  '/quarterlight',
  'https://other.example/quarterlight/assets/engine.wasm',
  'https://host.example.org/quarterlight/',
])('anything else is not: %s', (address) => {
  expect(asked(address)).toBeNull();
});

it('nothing is answered but what is got', () => {
  expect(asked('./', 'POST')).toBeNull();
  expect(asked('./', 'HEAD')).toBeNull();
});
