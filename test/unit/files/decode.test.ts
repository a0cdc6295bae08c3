import { describe, expect, it } from 'vitest';
import { decode } from '../../../src/files/decode.ts';

/** Worked out by hand: é is E9 in Windows-1252, C3 A9 in UTF-8 and 00E9 in UTF-16. */
const TEXT = 'name,cost\nZoé,£5\n';

const bytesOf = async (content: Blob) => new Uint8Array(await content.arrayBuffer());
const utf8 = (text: string) => new TextEncoder().encode(text);

async function decoded(...parts: readonly BlobPart[]): Promise<string> {
  const { content } = await decode(new Blob([...parts]));
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await bytesOf(content));
}

function utf16(text: string, littleEndian: boolean): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let place = 0; place < text.length; place += 1) {
    view.setUint16(place * 2, text.charCodeAt(place), littleEndian);
  }
  return new Uint8Array(view.buffer);
}

describe('decode', () => {
  it('leaves UTF-8 as it is', async () => {
    const content = new Blob([TEXT]);
    expect((await decode(content)).content).toBe(content);
  });

  it('cuts the mark off UTF-8', async () => {
    expect(await decoded(Uint8Array.of(0xef, 0xbb, 0xbf), TEXT)).toBe(TEXT);
  });

  it('reads UTF-16 by its mark, either way round', async () => {
    expect(await decoded(Uint8Array.of(0xff, 0xfe), utf16(TEXT, true))).toBe(TEXT);
    expect(await decoded(Uint8Array.of(0xfe, 0xff), utf16(TEXT, false))).toBe(TEXT);
  });

  it('reads Windows-1252 where the bytes are no UTF-8', async () => {
    const euro = Uint8Array.of(0x5a, 0x6f, 0xe9, 0x2c, 0xa3, 0x35, 0x2c, 0x80, 0x2c, 0x92);
    expect(await decoded(euro)).toBe('Zoé,£5,€,’');
  });

  it('is not misled by a letter that lies across two parts of the stream', async () => {
    // é takes two bytes: after 1, 3 or 65,535 others it lies across every even boundary.
    for (const before of [1, 3, 65_535, 1_048_575]) {
      const text = 'a'.repeat(before) + 'é'.repeat(40_000);
      expect(await decoded(text)).toBe(text);
    }
  });

  it('finds a byte that is no UTF-8 at the end of a large file', async () => {
    const before = 'é,'.repeat(700_000);
    const read = await decoded(before, Uint8Array.of(0xa3, 0x31));
    expect(read.slice(-2)).toBe('£1');
    // The whole is Windows-1252 then, in which the bytes C3 A9 are Ã and ©.
    expect(read.slice(0, 3)).toBe('Ã©,');
  });

  it('takes a letter cut short at the end as no UTF-8', async () => {
    expect(await decoded(utf8('ab'), Uint8Array.of(0xc3))).toBe('abÃ');
  });

  it('gives nothing for nothing', async () => {
    expect(await decoded('')).toBe('');
    expect(await decoded(Uint8Array.of(0xef, 0xbb, 0xbf))).toBe('');
  });
});

describe('UTF-16 without a mark', () => {
  const LONG = `cont_contact_id,cont_person_id\n${'1,£2’é\n'.repeat(3000)}`;

  it.each([true, false])(
    'is told by the nuls in every other byte: little-endian %s',
    async (little) => {
      expect(await decoded(utf16(LONG, little))).toBe(LONG);
      expect(await decoded(utf16('id,x\n', little))).toBe('id,x\n');
    },
  );

  it('is not seen in text that has nuls here and there', async () => {
    const { content, nuls } = await decode(new Blob(['id,x\n1,a\0\0\0b\n2,\0c\n']));
    expect([await content.text(), nuls]).toEqual(['id,x\n1,ab\n2,c\n', 4]);
  });
});

describe('what no text has', () => {
  it('is taken out with uneven ends made even', async () => {
    expect(await decoded('a,\0b\r\n1,2\n\0')).toBe('a,b\n1,2\n');
  });

  it('is cut off at the end, as old systems write it', async () => {
    expect(await decoded('a,b\n1,2\n\u001a')).toBe('a,b\n1,2\n');
  });

  it('is shown as such where a mark says UTF-8', async () => {
    const { content, spoilt } = await decode(
      new Blob([Uint8Array.of(0xef, 0xbb, 0xbf), 'é,', Uint8Array.of(0xe9, 0x0a)]),
    );
    expect([await content.text(), spoilt]).toEqual(['é,�\n', true]);
  });

  it('is read as Windows-1252 with its ends made even', async () => {
    expect(await decoded('a\r\n', Uint8Array.of(0xa3), '\n')).toBe('a\n£\n');
  });
});
