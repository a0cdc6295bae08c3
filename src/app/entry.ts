import { type Day, parseDay } from '../model/day.ts';
import type { Part } from '../model/measure.ts';

/** What a typed text comes to: a value, or what is wrong with it in words. */
export type Entry<T> =
  { readonly value: T; readonly error: null } | { readonly value: null; readonly error: string };

/** Takes a part of a form and the text typed for it; gives its number, or what is wrong. */
export function readPart({ whole, max }: Part, typed: string): Entry<number> {
  const text = typed.trim().replace(/(\d),(?=\d{3}(\D|$))/g, '$1');
  const example = whole ? '84' : '84.5';
  if (text === '') return wrong('Enter a number');
  if (!/^-?\d+(\.\d+)?$/.test(text)) return wrong(`Enter a number, like ${example}`);
  const value = Number(text);
  if (value < 0) return wrong('Enter a number that is 0 or more');
  if (whole && !Number.isInteger(value)) return wrong(`Enter a whole number, like ${example}`);
  if (value > max) return wrong(`Enter a number that is ${max.toLocaleString('en-GB')} or fewer`);
  return { value, error: null };
}

export interface TypedDate {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

/** Takes the three fields of the extract date and the day it is today; gives the Day, or what is wrong. */
export function readExtractDate(typed: TypedDate, today: Day): Entry<Day> {
  const { day, month, year } = {
    day: typed.day.trim(),
    month: typed.month.trim(),
    year: typed.year.trim(),
  };
  const missing = [
    day === '' ? 'a day' : '',
    month === '' ? 'a month' : '',
    year === '' ? 'a year' : '',
  ].filter((part) => part !== '');
  if (missing.length === 3) return wrong('Enter the extract date');
  if (missing.length > 0) return wrong(`The extract date must include ${missing.join(' and ')}`);
  if (!/^\d{4}$/.test(year)) return wrong('The year must have 4 numbers');
  const read = parseDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  if (!read) return wrong('The extract date must be a real date');
  if (read > today) return wrong('The extract date must be today or in the past');
  return { value: read, error: null };
}

function wrong<T>(error: string): Entry<T> {
  return { value: null, error };
}
