// Arial's advance widths in thousandths of its size, by character; what is not named is as wide as a digit. Liberation Sans has the same.
const WIDTHS: readonly (readonly [string, number])[] = [
  ["'ijl‘’|", 222],
  [' ,.:;!ft/I[]', 278],
  ['-()r·', 333],
  ['ckszvxyJ', 500],
  ['FTZ', 611],
  ['ABEKPSVXY&', 667],
  ['CDHNRUw', 722],
  ['GOQ', 778],
  ['mM', 833],
  ['%', 889],
  ['W—…', 1000],
];
const USUAL_WIDTH = 556;
const BY_CHARACTER = new Map(
  WIDTHS.flatMap(([characters, width]) => [...characters].map((each) => [each, width] as const)),
);
/** Where there is no Arial, what stands in for it is up to so much wider: nothing may run over its room there. */
const STAND_IN = 1.1;
/** Bold letters are so much wider. */
const BOLD = 1.08;

/** Takes a text, its size in pixels and whether it is bold; gives about how wide it is drawn, the same on every machine. */
export function textWidth(text: string, size: number, bold = false): number {
  const thousandths = [...text].reduce(
    (sum, each) => sum + (BY_CHARACTER.get(each) ?? USUAL_WIDTH),
    0,
  );
  return (thousandths / 1000) * size * STAND_IN * (bold ? BOLD : 1);
}

/** Takes a text, its size and a width; gives its lines, broken between words, and inside a word only where it is wider than a line. */
export function wrapped(text: string, size: number, width: number, bold = false): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).flatMap((each) => pieces(each, size, width, bold))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, size, bold) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

/** Takes a text, its size and a width; gives it cut with an ellipsis where it is wider. */
export function cut(text: string, size: number, width: number, bold = false): string {
  if (textWidth(text, size, bold) <= width) return text;
  const characters = [...text];
  while (characters.length > 1 && textWidth(`${characters.join('')}…`, size, bold) > width)
    characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

function pieces(word: string, size: number, width: number, bold: boolean): string[] {
  if (textWidth(word, size, bold) <= width) return [word];
  const found: string[] = [];
  let piece = '';
  for (const each of word) {
    if (piece !== '' && textWidth(piece + each, size, bold) > width) {
      found.push(piece);
      piece = each;
    } else piece += each;
  }
  return [...found, piece];
}
