import { LIMITS, limitInWords } from './limits.ts';

const [QUOTE, BACKSLASH, COLON] = [0x22, 0x5c, 0x3a];
const OPENS = new Set([0x5b, 0x7b]);
const CLOSES = new Set([0x5d, 0x7d]);
const LONGEST_SHOWN = 40;

/**
 * Takes the text of a JSON; gives what it holds. Throws a SyntaxError where it is none, and a RangeError, in words that follow the name
 * of the file, where it is nested deeper than anything that is read (what walks through it would run out of room), or where an object
 * has a name twice: nobody could say which of the two was meant. `twice` lets that pass, for texts that hold millions of names and
 * are sealed.
 */
export function parsedJson(json: string, names: 'once' | 'twice' = 'once'): unknown {
  checkNesting(json, names === 'once');
  return MAYBE_NOUGHT.test(json) ? JSON.parse(json, plainNought) : JSON.parse(json);
}

/** What may be a nought with a minus before it: no figure is one, and it would be written otherwise than it was read. */
const MAYBE_NOUGHT = /[:,[]\s*-(?:0|\d[\d.]*e-)/i;

function plainNought(_: string, value: unknown): unknown {
  return value === 0 ? 0 : value;
}

function checkNesting(json: string, namesOnce: boolean): void {
  const names: Set<string>[] = [];
  let depth = 0;
  for (let at = 0; at < json.length; at += 1) {
    const code = json.charCodeAt(at);
    if (code === QUOTE) {
      const end = endOfString(json, at);
      if (namesOnce && json.charCodeAt(afterSpace(json, end)) === COLON) {
        addName(names[depth - 1], json.slice(at, end));
      }
      at = end - 1;
    } else if (OPENS.has(code)) {
      depth += 1;
      if (depth > LIMITS.json.most) throw tooDeep();
      if (namesOnce) names[depth - 1] = new Set();
    } else if (CLOSES.has(code)) depth -= 1;
  }
}

/** What follows the string that starts here. */
function endOfString(json: string, start: number): number {
  let at = start + 1;
  for (; at < json.length && json.charCodeAt(at) !== QUOTE; at += 1) {
    if (json.charCodeAt(at) === BACKSLASH) at += 1;
  }
  return at + 1;
}

function afterSpace(json: string, from: number): number {
  let at = from;
  while (at < json.length && json.charCodeAt(at) <= 0x20) at += 1;
  return at;
}

function addName(names: Set<string> | undefined, written: string): void {
  const name = written.includes('\\') ? String(JSON.parse(written)) : written.slice(1, -1);
  if (names?.has(name)) {
    const shown = name.length > LONGEST_SHOWN ? `${name.slice(0, LONGEST_SHOWN)}…` : name;
    throw new RangeError(`has the name ‘${shown}’ twice in one object`);
  }
  names?.add(name);
}

function tooDeep(): RangeError {
  return new RangeError(
    `has lists and objects of more than ${limitInWords(LIMITS.json)} in one another`,
  );
}
