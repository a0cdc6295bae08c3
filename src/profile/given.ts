import type { GivenFigure, GivenOutcome } from '../model/given.ts';
import type { Breakdown, Figure, Measure } from '../model/measure.ts';
import { observationKey } from '../model/observation.ts';
import { parsePeriod } from '../model/period.ts';
import { cellSchema, figureSchemas, readCell, readFigure, only } from './figure-at.ts';
import {
  itemsOf,
  membersOf,
  namedIn,
  numberOf,
  quoted,
  refusal,
  textOf,
  textUpTo,
} from './written.ts';

const MEMBERS = ['measure', 'figure', 'period', 'cell', 'gives'] as const;
const MOST = 999_999;
const LONGEST_REASON = 200;
const WHOLE = { min: 0, max: MOST, whole: true } as const;

/** Takes the section `given` as it was read; gives the figures. Throws a Problem that says which is wrong. */
export function readGiven(
  read: unknown,
  measures: readonly Measure[],
  breakdowns: readonly Breakdown[],
): GivenFigure[] {
  const seen = new Set<string>();
  return itemsOf(read, '‘given’').map((item, index) => {
    const where = `entry ${index + 1} of ‘given’`;
    const given = readOne(item, where, measures, breakdowns);
    const name = `${given.measure} ${observationKey(given.figure, given.period, given.cell)}`;
    if (seen.has(name))
      throw refusal(where, 'is for a figure that an earlier entry has', 'Keep one of the two.');
    seen.add(name);
    return given;
  });
}

function readOne(
  read: unknown,
  where: string,
  measures: readonly Measure[],
  breakdowns: readonly Breakdown[],
): GivenFigure {
  const members = membersOf(read, where, MEMBERS);
  const { measure, figure } = readFigure(
    members.get('measure'),
    members.get('figure'),
    where,
    measures,
  );
  const written = textOf(members.get('period'), `‘period’ in ${where}`);
  const period = parsePeriod(written);
  if (period === null)
    throw refusal(
      where,
      `is for ${quoted(written)}, which is no period`,
      'Write it as 2025-26 Q1 or year to 2025-26 Q1.',
    );
  const cell = readCell(members.get('cell'), `‘cell’ in ${where}`, measure, breakdowns);
  const outcome = readOutcome(members.get('gives'), `‘gives’ in ${where}`, figure);
  const isNumber = outcome.kind === 'count' || outcome.kind === 'ratio';
  if (measure.kind === 'form' && isNumber)
    throw refusal(where, 'gives a number of a form', 'Write it into ‘by_hand’, as its parts.');
  return { measure: measure.id, figure: figure.id, period, cell, outcome };
}

function readOutcome(read: unknown, where: string, figure: Figure): GivenOutcome {
  const names = [...namedIn(read, where).keys()];
  const [name = ''] = names;
  if (names.length === 1 && (name === 'not_available' || name === 'not_applicable')) {
    const reason = textUpTo(
      namedIn(read, where).get(name),
      `${quoted(name)} in ${where}`,
      LONGEST_REASON,
    );
    return { kind: name === 'not_available' ? 'not available' : 'not applicable', reason };
  }
  if (figure.kind === 'count') {
    const members = membersOf(read, where, ['count']);
    return { kind: 'count', value: numberOf(members.get('count'), `‘count’ in ${where}`, WHOLE) };
  }
  if (figure.kind === 'rate')
    throw refusal(where, 'gives a rate, which is worked out', 'Give what it is the rate of.');
  const members = membersOf(read, where, ['numerator', 'denominator']);
  const denominator = numberOf(members.get('denominator'), `‘denominator’ in ${where}`, {
    ...WHOLE,
    min: 1,
  });
  const numerator = numberOf(members.get('numerator'), `‘numerator’ in ${where}`, {
    ...WHOLE,
    max: denominator,
  });
  return { kind: 'ratio', numerator, denominator, scale: figure.scale };
}

/** Takes the measures and breakdowns; gives what JSON Schema can say of the section: all but that no figure may come twice. */
export function givenSchema(measures: readonly Measure[], breakdowns: readonly Breakdown[]) {
  const whole = { type: 'integer', minimum: 0, maximum: MOST };
  const reason = { type: 'string', minLength: 1, maxLength: LONGEST_REASON };
  return {
    type: 'array',
    items: only({
      ...figureSchemas(measures),
      period: { type: 'string', pattern: '^(year to )?\\d{4}-\\d{2} Q[1-4]$' },
      cell: cellSchema(breakdowns),
      gives: {
        oneOf: [
          only({ count: whole }),
          only({ numerator: whole, denominator: { ...whole, minimum: 1 } }),
          only({ not_available: reason }),
          only({ not_applicable: reason }),
        ],
      },
    }),
  } as const;
}
