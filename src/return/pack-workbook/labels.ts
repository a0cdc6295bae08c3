/** Longer text is not looked up. */
const LONGEST = 120;
/** Excel allows no more in the name of a sheet. */
const LONGEST_SHEET = 31;

/**
 * Takes texts; gives each so that looking it up finds it and no other: without the characters that stand for any others,
 * and no two the same, whichever letters are capital.
 */
export function lookedUp(texts: readonly string[]): string[] {
  return distinct(
    texts.map(
      (text) => text.replaceAll(/[*?~]/g, '·').trim().slice(0, LONGEST) || 'Without a name',
    ),
    (text, times) => `${text} [${times}]`,
  );
}

/** Takes what sheets are to be called, and names that are taken; gives names that a workbook can have. */
export function sheetNamesFor(texts: readonly string[], taken: readonly string[]): string[] {
  const plain = texts.map(
    (text) =>
      text
        .replaceAll(/[^\p{L}\p{N} ,-]+/gu, ' ')
        .trim()
        .slice(0, LONGEST_SHEET - 5)
        .trim() || 'Theme',
  );
  const all = distinct([...taken, ...plain], (text, times) => `${text} (${times})`);
  return all.slice(taken.length);
}

function distinct(texts: readonly string[], again: (text: string, times: number) => string) {
  const met = new Set<string>();
  return texts.map((text) => {
    let [one, times] = [text, 1];
    while (met.has(one.toLowerCase())) {
      times += 1;
      one = again(text, times);
    }
    met.add(one.toLowerCase());
    return one;
  });
}
