import { withoutUnseen } from '../model/shown-text.ts';

// Line ends, tabs and other controls, and what is no character: not every form can hold them.
const NOT_PLAIN = /[\s\p{Cc}\uFFFE\uFFFF]+/gu;

/** Takes text; gives it as every form of a return can hold it: one line, no space at its edges. */
export function plainText(text: string): string {
  // A half of a pair of code units alone becomes the mark for what cannot be shown.
  const whole = new TextDecoder().decode(new TextEncoder().encode(text));
  return withoutUnseen(whole.replaceAll(NOT_PLAIN, ' ')).trim();
}

/** Takes a number; gives it with the digits that every form of a return can hold: 15 of them, no more than nine after the point. */
export function plainNumber(value: number): number {
  return Number.isInteger(value) ? value : Number(Number(value.toPrecision(15)).toFixed(9));
}
