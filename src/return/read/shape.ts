import { type Day, parseDay } from '../../model/day.ts';
import { LIMITS } from '../../model/limits.ts';
import { type Period, type Quarter, parsePeriod, parseQuarter } from '../../model/period.ts';
import { Problem } from '../../model/problem.ts';
import { shortly, visible, visibleName } from '../../model/shown-text.ts';

/** Takes anything that was read and where it stands; gives it as what it must be. Throws a Problem that says where it is not. */
export type Shape<T> = (read: unknown, at: string) => T;

/** Takes where, what is wrong there and what caused it; gives the Problem that refuses the whole file. */
export function refusal(at: string, wrong: string, cause?: unknown): Problem {
  return new Problem(
    `The file cannot be read as a return: ${visible(at)} ${wrong}.`,
    'Ask whoever sent it for the file as Quarterlight wrote it.',
    cause,
  );
}

/** Takes anything that was read; gives it as it can be shown: short, on one line, in quotation marks. */
export function quoted(read: unknown): string {
  const plain = typeof read === 'string' || typeof read === 'number';
  return `“${shortly(plain ? String(read) : typeof read)}”`;
}

/** The members of an object, asked for one by one; one that nobody asks for is refused. */
export class Members {
  readonly #members: Map<string, unknown>;
  readonly #at: string;

  constructor(read: unknown, at: string) {
    if (typeof read !== 'object' || read === null || Array.isArray(read)) {
      throw refusal(at, 'is not an object of names and values');
    }
    // A map, so that a name such as __proto__ is a name like any other.
    this.#members = new Map(Object.entries(read));
    this.#at = at;
  }

  /** Takes a name and a shape; gives the member. Throws a Problem where it is not there, or has another shape. */
  of<T>(name: string, shape: Shape<T>): T {
    const at = this.#at === '' ? `‘${name}’` : `‘${name}’ in ${this.#at}`;
    if (!this.#members.has(name)) throw refusal(at, 'is not there');
    const read = this.#members.get(name);
    this.#members.delete(name);
    return shape(read, at);
  }

  /** Throws a Problem where there is a member that nobody asked for. */
  done(): void {
    const [more] = this.#members.keys();
    if (more !== undefined) throw refusal(quoted(more), 'has no place in a return');
  }
}

/** Takes how an object is made from its members; gives the shape of it. */
export function object<T>(make: (members: Members) => T): Shape<T> {
  return (read, at) => {
    const members = new Members(read, at);
    const made = make(members);
    members.done();
    return made;
  };
}

/** Takes a shape; gives that of a list of it. */
export function listOf<T>(shape: Shape<T>): Shape<T[]> {
  return (read, at) => {
    if (!Array.isArray(read)) throw refusal(at, 'is not a list');
    if (read.length > LIMITS.returnList.most)
      throw refusal(at, `has ${read.length} entries, which is too many`);
    return read.map((one, place) => shape(one, `entry ${place + 1} of ${at}`));
  };
}

/** Takes a shape; gives that of it or null. */
export function orNull<T>(shape: Shape<T>): Shape<T | null> {
  return (read, at) => (read === null ? null : shape(read, at));
}

/** Takes the texts that are allowed; gives the shape of one of them. */
export function oneOf<T extends string>(...allowed: readonly T[]): Shape<T> {
  return (read, at) => {
    const found = allowed.find((one) => one === read);
    if (found === undefined) {
      throw refusal(at, `is ${quoted(read)}, and must be one of ${allowed.map(quoted).join(', ')}`);
    }
    return found;
  };
}

export const text: Shape<string> = (read, at) => {
  if (typeof read !== 'string') throw refusal(at, 'is not text');
  if (read.length > LIMITS.returnText.most)
    throw refusal(at, `has ${read.length} characters, which is too many`);
  // Nothing that was written by Quarterlight holds what this changes: where it does, the seal tells.
  return visible(read);
};

/** The name of an area: one that could pass for another is shown for what it is. */
export const areaName: Shape<string> = (read, at) => visibleName(text(read, at));

export const number: Shape<number> = (read, at) => {
  if (typeof read !== 'number' || !Number.isFinite(read)) throw refusal(at, 'is not a number');
  return read;
};

export const whole: Shape<number> = (read, at) => {
  const found = number(read, at);
  if (!Number.isSafeInteger(found) || found < 0) throw refusal(at, 'is not a whole number');
  return found;
};

export const yesOrNo: Shape<boolean> = (read, at) => {
  if (typeof read !== 'boolean') throw refusal(at, 'is neither true nor false');
  return read;
};

export const day: Shape<Day> = (read, at) =>
  parseDay(text(read, at)) ?? refuse(at, read, 'a day such as 2025-06-30');

export const quarter: Shape<Quarter> = (read, at) =>
  parseQuarter(text(read, at)) ?? refuse(at, read, 'a quarter such as 2025-26 Q1');

export const period: Shape<Period> = (read, at) =>
  parsePeriod(text(read, at)) ?? refuse(at, read, 'a period such as 2025-26 Q1');

function refuse(at: string, read: unknown, what: string): never {
  throw refusal(at, `is ${quoted(read)}, which is not ${what}`);
}
