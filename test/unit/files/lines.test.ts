import { describe, expect, it } from 'vitest';
import { decode } from '../../../src/files/decode.ts';
import { lineNumbers } from '../../../src/files/lines.ts';

const withEvenEnds = async (file: Blob) => (await decode(file)).content;

describe('line ends', () => {
  it.each(['a\nb\n', 'a\r\nb\r\n', 'a\r\nb', 'a', ''])('leaves %j as it is', async (text) => {
    const content = new Blob([text]);
    expect(await withEvenEnds(content)).toBe(content);
  });

  it.each([
    ['a\r\nb\nc\r\n', 'a\nb\nc\n'],
    ['a\nb\r\n\r\n\nc', 'a\nb\n\n\nc'],
    ['a\rb\rc\r', 'a\nb\nc\n'],
    ['a\r\r\nb', 'a\n\nb'],
    ['a\r', 'a\n'],
    ['é\r\n£\n', 'é\n£\n'],
  ])('makes %j into %j', async (text, even) => {
    expect(await (await withEvenEnds(new Blob([text]))).text()).toBe(even);
  });

  it('sees a line end that lies across two parts of the stream', async () => {
    for (const before of [65_535, 65_534, 131_071]) {
      const crlf = new Blob([`${'a'.repeat(before)}\r\nb\r\n`]);
      expect(await withEvenEnds(crlf)).toBe(crlf);
      const mixed = await withEvenEnds(new Blob([`${'a'.repeat(before)}\r\nb\n`]));
      expect(mixed.size).toBe(before + 3);
    }
  });
});

describe('lineNumbers', () => {
  const content = new Blob(['ab\né\n\nx']);

  it('counts the line breaks before each place', async () => {
    // Bytes: a0 b1 \n2 é3-4 \n5 \n6 x7.
    expect(await lineNumbers(content, [0, 2, 3, 5, 6, 7, 8])).toEqual([1, 1, 2, 2, 3, 4, 4]);
  });

  it('keeps the order of the places, and answers the same place twice', async () => {
    expect(await lineNumbers(content, [7, 0, 7, 3])).toEqual([4, 1, 4, 2]);
    expect(await lineNumbers(content, [])).toEqual([]);
  });
});
