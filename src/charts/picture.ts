import { INK, PAPER, PEER } from './ink.ts';
import { wrapped } from './text-width.ts';
import { type Told, footOf } from './told.ts';
import { escaped } from './twin-text.ts';

/** How wide a picture is laid out: so that its letters are as large as a report's on A4. */
export const PICTURE_WIDTH = 660;
const EDGE = 16;

interface Paragraph {
  readonly text: string;
  readonly size: number;
  readonly bold: boolean;
  readonly colour: string;
  readonly after: number;
}

/** What of a picture is words, and how high they are. */
interface Lettered {
  readonly svg: string;
  readonly height: number;
}

/** Takes a chart's SVG, what is told of it, and how many times as large it shall be; gives it whole, on white, with its words inside. */
export function pictureOf(drawn: string, told: Told, times = 1): string {
  const { width, height } = sizeOf(drawn);
  const whole = Math.max(PICTURE_WIDTH, width) + 2 * EDGE;
  const room = whole - 2 * EDGE;
  const head = lettered(
    [
      { text: told.caption, size: 18, bold: true, colour: INK, after: 6 },
      { text: told.reading, size: 15, bold: false, colour: INK, after: 10 },
    ],
    EDGE,
    room,
  );
  const top = EDGE + head.height;
  const foot = lettered(
    footOf(told).map((text) => ({ text, size: 12, bold: false, colour: PEER, after: 3 })),
    top + height + 12,
    room,
  );
  const tall = top + height + 12 + foot.height + EDGE;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${whole * times}" height="${Math.ceil(tall) * times}" viewBox="0 0 ${whole} ${Math.ceil(tall)}" role="img">`,
    `<title>${escaped(told.caption)}</title>`,
    `<rect width="100%" height="100%" fill="${PAPER}"/>`,
    head.svg,
    drawn.replace('<svg ', `<svg x="${EDGE}" y="${top}" `),
    foot.svg,
    '</svg>',
  ].join('');
}

/** Takes the text of an SVG; gives a PNG of it. Works where there is a page to draw in. */
export async function pngOf(svg: string): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth;
    canvas.height = image.naturalHeight;
    canvas.getContext('2d')?.drawImage(image, 0, 0);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => {
        if (blob) resolve(blob);
        else reject(new Error('The browser made no picture.'));
      }, 'image/png');
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}

function lettered(paragraphs: readonly Paragraph[], top: number, width: number): Lettered {
  let y = top;
  const texts: string[] = [];
  for (const { text, size, bold, colour, after } of paragraphs) {
    if (text === '') continue;
    for (const line of wrapped(text, size, width, bold)) {
      y += size * 1.3;
      texts.push(
        `<text x="${EDGE}" y="${(y - size * 0.3).toFixed(1)}" font-family="Arial, sans-serif" font-size="${size}"${bold ? ' font-weight="bold"' : ''} fill="${colour}">${escaped(line)}</text>`,
      );
    }
    y += after;
  }
  return { svg: texts.join(''), height: y - top };
}

function sizeOf(svg: string): { width: number; height: number } {
  const opening = /^<svg [^>]*>/.exec(svg)?.[0] ?? '';
  const side = (name: string) => Number(new RegExp(` ${name}="([\\d.]+)"`).exec(opening)?.[1] ?? 0);
  return { width: side('width'), height: side('height') };
}
