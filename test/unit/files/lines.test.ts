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

describe('any mixture of line ends, letters and nuls', () => {
  // The same texts each time, without a pattern: a linear congruential generator.
  let state = 11;
  const next = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return (state >>> 8) % below;
  };
  const PARTS = ['\r', '\n', '\r\n', 'a', ',', '"', 'é', '’', '\0', 'x'.repeat(60_000)];

  it('comes out as the same lines', async () => {
    for (let run = 0; run < 150; run += 1) {
      const used = Array.from(
        { length: 1 + next(PARTS.length) },
        () => PARTS[next(PARTS.length)] ?? '',
      );
      const text = `id,x${Array.from({ length: 20 }, () => used[next(used.length)]).join('')}`;
      const bare = text.replaceAll('\0', '');
      const kinds = new Set(bare.match(/\r\n|\r|\n/g));
      const isEven = !kinds.has('\r') && kinds.size < 2;
      expect(await (await withEvenEnds(new Blob([text]))).text()).toBe(
        isEven ? bare : bare.replace(/\r\n?/g, '\n'),
      );
    }
  });

  it('has its lines numbered', async () => {
    const text = Array.from({ length: 3000 }, () => PARTS[next(PARTS.length)]).join('');
    const bytes = new TextEncoder().encode(text);
    const places = Array.from({ length: 50 }, () => (next(1 << 22) * 7) % bytes.length);
    const numbers = places.map(
      (place) => bytes.subarray(0, place).filter((byte) => byte === 10).length + 1,
    );
    expect(await lineNumbers(new Blob([bytes]), places)).toEqual(numbers);
  });
});
