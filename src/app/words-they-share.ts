interface SharedWord {
  readonly title: string;
  readonly says: readonly string[];
}

/** What all the definitions mean by the words that they share. */
export const SHARED_WORDS: readonly SharedWord[] = [
  {
    title: 'Quarter',
    says: [
      'A quarter of the financial year. Q1 is April to June, and Q4 is January to March. Its first and its last day are in it.',
    ],
  },
  {
    title: 'Activity, and position',
    says: [
      'Activity is what happened in a quarter, by the day it happened. It is also worked out, by the same rule, for the 12 months that end with the quarter. A child who counts in two quarters counts once in that year, where children are counted.',
      'A position is how things stood on a quarter’s last day. What starts on that day is open, and what ends on it is not.',
    ],
  },
  {
    title: '12 months before',
    says: [
      'The same day of the year before is within, and the day itself is not before. 12 months before 29 February is 28 February. Where the same day counts too, the definition says so.',
    ],
  },
  {
    title: 'Working days',
    says: [
      'Days that are not a Saturday, a Sunday or a bank holiday of England and Wales. The day something starts is day 0.',
    ],
  },
  {
    title: 'Rows that cannot be counted',
    says: [
      'A row with no date where one is needed, an end before its start, a date after the day of the extract, or a start more than 280 days before the child was born. How many were left out stands beside the measure.',
      'An end after the day of the extract is not known to happen yet, so the row is taken to be open.',
      'Where an identifier is met twice, the first row counts.',
    ],
  },
  {
    title: 'Percentages',
    says: ['Of nothing there is no percentage. The figure is then not applicable, and not 0%.'],
  },
  {
    title: 'Rates per 10,000 children',
    says: [
      'Over the children aged 0 to 17 who live in the authority’s area, by the latest mid-year estimate that lies on or before the quarter’s last day. A yearly rate is the quarter’s rate times four. A position is never made yearly.',
    ],
  },
];
