import { Problem } from '../model/problem.ts';
import { shortly } from '../model/shown-text.ts';

/** Takes where in the profile, what is wrong there and what to do; gives the Problem that refuses the whole of it. */
export function refusal(where: string, wrong: string, todo: string, cause?: unknown): Problem {
  return new Problem(
    `The profile cannot be used: ${where} ${wrong}.`,
    `${todo} Nothing was changed.`,
    cause,
  );
}

/** Takes what was read and the members it must have, and no other; gives them by name. Throws a Problem. */
export function membersOf(
  read: unknown,
  where: string,
  names: readonly string[],
): ReadonlyMap<string, unknown> {
  const members = namedIn(read, where);
  for (const name of members.keys()) {
    if (!names.includes(name))
      throw refusal(where, `has ${quoted(name)}, which is not known here`, unknownTodo(names));
  }
  for (const name of names) {
    if (!members.has(name))
      throw refusal(where, `has no ${quoted(name)}`, `Add ${quoted(name)} to it.`);
  }
  return members;
}

/** Takes what was read; gives its members by name, whatever they are called. Throws a Problem where it has none. */
export function namedIn(read: unknown, where: string): ReadonlyMap<string, unknown> {
  if (typeof read !== 'object' || read === null || Array.isArray(read))
    throw refusal(where, 'is not an object of names and values', 'Write it in { and }.');
  // A map, so that a name such as __proto__ is a name like any other.
  return new Map(Object.entries(read));
}

/** Takes what was read; gives its items. Throws a Problem where it is no list. */
export function itemsOf(read: unknown, where: string): readonly unknown[] {
  if (!Array.isArray(read)) throw refusal(where, 'is not a list', 'Write it in [ and ].');
  return read;
}

/** Takes what was read; gives it as text. Throws a Problem where it is none. */
export function textOf(read: unknown, where: string): string {
  if (typeof read !== 'string')
    throw refusal(where, `is ${quoted(read)}, which is not text`, 'Write it in quotation marks.');
  return read;
}

/** Takes what was read and how long it may be; gives it as text. Throws a Problem where it is empty or longer. */
export function textUpTo(read: unknown, where: string, longest: number): string {
  const text = textOf(read, where);
  if (text.trim() === '') throw refusal(where, 'is empty', 'Write at least one character.');
  if (length(text) > longest)
    throw refusal(
      where,
      `has ${inDigits(length(text))} characters`,
      `It may have ${inDigits(longest)} at most: what is longer has no place here.`,
    );
  return text;
}

/** Takes what was read and what it may be; gives it. Throws a Problem where it is none of them. */
export function oneOf<T extends string>(read: unknown, where: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === read);
  if (found === undefined)
    throw refusal(
      where,
      `is ${quoted(read)}, which it cannot be`,
      `Write one of ${allowed.map(quoted).join(', ')}.`,
    );
  return found;
}

/** What a number may be. */
export interface Range {
  readonly min: number;
  readonly max: number;
  readonly whole: boolean;
}

/** Takes what was read and its range; gives it as a number. Throws a Problem where it is none, or out of range. */
export function numberOf(read: unknown, where: string, { min, max, whole }: Range): number {
  const todo = `Write a ${whole ? 'whole ' : ''}number from ${inDigits(min)} to ${inDigits(max)}, without quotation marks.`;
  if (typeof read !== 'number' || !Number.isFinite(read))
    throw refusal(where, `is ${quoted(read)}, which is not a number`, todo);
  if (whole && !Number.isInteger(read))
    throw refusal(where, `is ${read}, which is not a whole number`, todo);
  if (read < min || read > max) throw refusal(where, `is ${read}, which is out of range`, todo);
  return read;
}

/** Takes anything that was read; gives it as it can be shown, short and in quotation marks. */
export function quoted(read: unknown): string {
  const plain = typeof read === 'string' || typeof read === 'number';
  return `‘${shortly(plain ? String(read) : (JSON.stringify(read) ?? ''))}’`;
}

/** In characters as people and the engine count them, not in UTF-16 units. */
function length(text: string): number {
  return [...text].length;
}

function inDigits(value: number): string {
  return value.toLocaleString('en-GB');
}

function unknownTodo(names: readonly string[]): string {
  const known = names.length > 0 ? `only ${names.map(quoted).join(', ')}` : 'nothing';
  return `It may hold ${known}. Take the other out, or use a newer Quarterlight if one wrote it.`;
}
