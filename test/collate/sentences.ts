import type { Country } from '../../fixtures/country/country.ts';
import { NO_SUCH_CODE, type Plant } from '../../fixtures/country/plants.ts';
import { usualSending } from '../../fixtures/country/sending.ts';
import { stepQuarter } from '../../src/model/period.ts';
import type { Told } from './told.ts';

/** A sentence that is to be told of what is planted, where, and how often. */
export interface Sentence extends Omit<Told, 'place' | 'says' | 'id'> {
  readonly place: RegExp;
  readonly says: RegExp;
  /** Null where it hangs on the numbers whether it is told at all. */
  readonly times: number | null;
}

/** Takes something planted and its country; gives every sentence that it is told by, and there are to be no others. */
export function sentencesOf(plant: Plant, country: Country): Sentence[] {
  const { area, quarter } = plant;
  const authority = country.authorities.find(({ code }) => code === area);
  if (!authority) throw new RangeError(`there is no authority ${area}`);
  const { name } = authority;
  const code = plant.kind === 'no such authority' ? NO_SUCH_CODE : area;
  const line = (
    where: Told['where'],
    place: string,
    says: string,
    times: number | null = 1,
  ): Sentence => ({
    ...{ where, area: where === 'refused' ? '' : code, times },
    ...{ place: new RegExp(`^${place}$`), says: new RegExp(says) },
  });
  const file = (says: string, times = 1) => line('file', `${quarter}/.*`, `^${says}`, times);
  const figure = `${plant.at?.measure} ${plant.at?.figure} ${plant.at?.period}`;
  const late = line('outstanding', quarter, '^the return$');
  /** Who enters by hand has no breakdown, and so no sources of referrals. */
  const byHand =
    usualSending(country, { authority, quarter }).from === 'by hand'
      ? []
      : [line('no measure', quarter, '^riia-03, ')];
  switch (plant.kind) {
    case 'late':
      return [late];
    case 'replaced': {
      const counted = `(started|rate|rate_annualised)`;
      return [
        ...byHand,
        line('changed', `riia-05 ${counted} ${quarter}`, '^replaced: .*, now ', 3),
      ];
    }
    case 'revised': {
      const before = stepQuarter(quarter, -1);
      const says = '^revised: [\\d,]+, now [\\d,]+\\. Two requests were entered late$';
      return [line('changed', `riia-25 requests ${before}`, says)];
    }
    case 'same file twice':
      return [
        line(
          'again',
          `${quarter}/again/Copy of .*_${area}_.*`,
          `^the same as ${quarter}/.*_${area}_`,
        ),
      ];
    case 'broken zip':
      return [
        late,
        line('refused', `${quarter}/.*_${area}_.*`, 'a zip that cannot be opened, or is broken'),
      ];
    case 'total edited': {
      const sums = 'cells by [\\w’ ]+ add up to [\\d,]+, and the whole is [\\d,]+\\.';
      return [
        file('The figures are not those that were written\\.$'),
        file(
          `The cells by \\w+ add up to [\\d,]+, and the whole is [\\d,]+\\. \\(riia-02, referrals, ${quarter}; 1 in all\\)$`,
          5,
        ),
        line('odd', figure, `^${name}, Referrals .*: the ${sums}$`, 5),
        line(
          'odd',
          figure,
          'it is [\\d,]+, and the denominator of Repeat referrals \\(riia-04\\) is [\\d,]+\\.',
        ),
      ];
    }
    case 'withheld cell filled in':
      return [
        file('The return was written with \\d+ withheld figures, and has \\d+: '),
        file('The figures are not those that were written\\.$'),
        file(
          'A figure is shown that the return’s own policy withholds\\. \\(riia-18, children, .*; 1 in all\\)$',
        ),
        // It may be more than its own whole, or less than what is part of it.
        line(
          'odd',
          `riia-\\d+ \\w+ ${quarter}( age under_1)?`,
          '(Children looked after \\(riia-18[^)]*\\) is|it is) 4[,. ]',
          null,
        ),
      ];
    case 'ten times too many':
      return [
        ...byHand,
        line('odd', figure, 'In the \\d+ quarters before it was from [\\d,]+ to [\\d,]+\\.$'),
        line(
          'odd',
          figure,
          'per 10,000 children, and the median of \\d+ authorities is [\\d.]+\\.$',
        ),
      ];
    case 'a digit dropped':
    case 'nought instead of missing':
      return [
        ...byHand,
        line('odd', figure, 'In the \\d+ quarters before it was from [\\d,]+ to [\\d,]+\\.$'),
        line('odd', figure, 'per 10,000 children, and the median of \\d+ authorities is ', null),
      ];
    case 'wrong quarter in the name': {
      const before = stepQuarter(quarter, -1);
      return [file(`The file’s name says ${before}, and it is a return of ${quarter}\\.$`)];
    }
    case 'no such authority':
      return [file('Nowhereshire \\(999\\) is no local authority that is known here\\.')];
    case 'ended authority':
      return [file(`The return is of ${quarter}, and ${name} ended on \\d+ March \\d{4}\\.$`)];
    case 'child-level zip': {
      const shows = 'as the file extract/ssd_cin_episodes.csv in it shows';
      return [
        line(
          'refused',
          `${quarter}/${name} extract.zip`,
          `^This file is about single children, ${shows}`,
        ),
      ];
    }
    case 'child-level table': {
      const shows = 'as its column “date of birth” shows';
      return [
        line(
          'refused',
          `${quarter}/${name} list.csv`,
          `^This file is about single children, ${shows}`,
        ),
      ];
    }
    case 'older schema':
      return [late, line('refused', `${quarter}/.*_${area}_.*`, 'its schema is version 1, ')];
    case 'later definition':
      return [
        file(
          `Version 2 of riia-10 is not known here\\. \\(riia-10, enquiries, ${quarter}; \\d+ in all\\)$`,
        ),
        line(
          'odd',
          `riia-10 (enquiries|rate|rate_annualised) ${quarter}`,
          'by version 2 of its definition, and version 1 is the one',
          3,
        ),
      ];
    case 'strange name':
      return [
        file(
          `The return is of =Sir “Fôn”, "Tŵr" & Gŵyr, County of, and the code ${area} is that of ${name}\\.$`,
        ),
      ];
  }
}
