import type { AskedNumber, WrittenNumber } from '../model/given.ts';

/** A number as it was written: nothing, a number, a mark that says why there is none, or what is wrong with it. */
export type NumberRead =
  | { readonly kind: 'empty' }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'not available' | 'not applicable'; readonly reason: string }
  | { readonly kind: 'wrong'; readonly says: string; readonly todo: string };

const LONGEST_REASON = 200;

const MARKS: ReadonlyMap<string, 'not available' | 'not applicable'> = new Map([
  ['x', 'not available'],
  ['z', 'not applicable'],
]);
const ANSWER = 'Write a whole number, x (not available) or z (not applicable), or leave it empty.';

/** Takes what is asked and what was written; gives what it comes to. */
export function readNumber(
  { whole, max }: Pick<AskedNumber, 'whole' | 'max'>,
  { text: written, why }: Pick<WrittenNumber, 'text' | 'why'>,
): NumberRead {
  const text = written.trim().replace(/(\d),(?=\d{3}(\D|$))/g, '$1');
  if (text === '') return { kind: 'empty' };
  const mark = MARKS.get(text.toLowerCase());
  if (mark !== undefined) return readMark(mark, text, why.trim());
  if (text.toLowerCase() === 'c' || text.toLowerCase() === 'low') {
    return wrong(
      `It says “${text}”, which stands for a number that is not shown.`,
      'Write the number itself: Quarterlight withholds small numbers when the return is made.',
    );
  }
  if (!/^-?\d+(\.\d+)?$/.test(text)) {
    const shown = text.length > 20 ? `${text.slice(0, 20)}…` : text;
    return wrong(`It says “${shown}”, which is not a number.`, ANSWER);
  }
  const value = Number(text);
  if (value < 0) return wrong(`It is ${text}, which is less than 0.`, ANSWER);
  if (whole && !Number.isInteger(value))
    return wrong(`It is ${text}, which is not a whole number.`, ANSWER);
  if (value > max) {
    const most = max.toLocaleString('en-GB');
    return wrong(`It is more than ${most}.`, 'Check it for a slip of the hand.');
  }
  return { kind: 'number', value };
}

function readMark(
  kind: 'not available' | 'not applicable',
  text: string,
  reason: string,
): NumberRead {
  if (reason === '') {
    return wrong(
      `It says “${text}” (${kind}), and no reason stands beside it.`,
      'Write in a few words why there is no number. The reason goes with the return: name nobody in it.',
    );
  }
  if (reason.length > LONGEST_REASON) {
    return wrong(
      `The reason beside it has ${reason.length} characters.`,
      `Say it in ${LONGEST_REASON} at most.`,
    );
  }
  return { kind, reason: reason.replaceAll(/\s+/g, ' ') };
}

function wrong(says: string, todo: string): NumberRead {
  return { kind: 'wrong', says, todo };
}
