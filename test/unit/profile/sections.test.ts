import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readProfile } from '../../../src/profile/profile.ts';
import { spec } from '../../../src/spec/spec.ts';
import { holding, refused, settled } from './text.ts';

const word = (list: string, text: string, group: string): string =>
  JSON.stringify({ list, word: text, group });

const MET = word('early_help_end_reason', 'Closed -  Goals Met', 'met');
const inWords = 'entry 1 of ‘words’';
const inPeers = 'entry 1 of ‘peers’';

describe('what a profile keeps beside figures', () => {
  it('is words, as the lists hold them', () => {
    expect(readProfile(holding('words', `[${MET}]`), spec).words).toEqual([
      { list: 'early_help_end_reason', word: 'closed - goals met', group: 'met' },
    ]);
  });

  it('is one word in two lists, each in a group of its own', () => {
    const other = word('early_help_end_reason', 'Family hub', 'other');
    const text = `[${other}, ${word('referral_source', 'Family hub', 'la-services')}]`;
    expect(readProfile(holding('words', text), spec).words).toHaveLength(2);
  });

  it('is how files are read', () => {
    expect(
      readProfile(settled('tables', '{"eh_export": "ssd_early_help_episodes"}'), spec).reading
        .tables,
    ).toEqual({ eh_export: 'ssd_early_help_episodes' });
    expect(
      readProfile(
        settled('columns', '{"ssd_contacts": {"day": "cont_contact_date", "x": null}}'),
        spec,
      ).reading.columns,
    ).toEqual({ ssd_contacts: { day: 'cont_contact_date', x: null } });
    expect(
      readProfile(
        settled('day_order', '{"ssd_contacts": {"cont_contact_date": "month first"}}'),
        spec,
      ).reading.dayOrder,
    ).toEqual({ ssd_contacts: { cont_contact_date: 'month first' } });
    const { reading } = readProfile(settled('early_help_persons', '"of its own"'), spec);
    expect(reading.earlyHelpPersons).toBe('of its own');
  });

  it('is peers and answers', () => {
    const peers = '[{"name": "Our region", "authorities": ["301", "302"]}]';
    expect(readProfile(holding('peers', peers), spec).peers).toEqual([
      { name: 'Our region', authorities: ['301', '302'] },
    ]);
    expect(readProfile(holding('early_help', '{"family_help": "partly"}'), spec).earlyHelp).toEqual(
      { family_help: 'partly' },
    );
  });
});

const GIVEN =
  '{"measure": "riia-04", "figure": "repeat", "period": "2025-26 Q1", "cell": null, "gives": {"numerator": 15, "denominator": 78}}';
const MAP =
  '{"name": "The region’s", "cells": [{"sheet": "RIIA", "cell": "B7", "label": "Referrals", "measure": "riia-02", "figure": "referrals", "of": {"by": "sex", "cell": "female"}, "part": "value", "period": "quarter"}]}';
const givenAs = (from: string, to: string) => holding('given', `[${GIVEN.replace(from, to)}]`);
const mapAs = (from: string, to: string) => holding('maps', `[${MAP.replace(from, to)}]`);

/** Each text, what its refusal says is wrong, and whether the published schema refuses it too. */
const BAD: readonly (readonly [name: string, text: string, says: string, schemaToo: boolean])[] = [
  [
    'an unknown list',
    holding('words', `[${word('reasons', 'x', 'met')}]`),
    `${inWords} names ‘reasons’, which is no list of words`,
    true,
  ],
  [
    'a group of another list',
    holding('words', `[${word('early_help_end_reason', 'x', 'police')}]`),
    `${inWords} names ‘police’, which is no group of early_help_end_reason`,
    true,
  ],
  [
    'a word of 81 characters',
    holding('words', `[${word('early_help_end_reason', 'x'.repeat(81), 'met')}]`),
    `‘word’ in ${inWords} has 81 characters`,
    true,
  ],
  [
    'an empty word',
    holding('words', `[${word('early_help_end_reason', ' ', 'met')}]`),
    `‘word’ in ${inWords} is empty`,
    false,
  ],
  [
    'what stands for many words',
    holding('words', `[${word('early_help_end_reason', 'other local text', 'met')}]`),
    `${inWords} maps ‘other local text’, which stands for many words`,
    true,
  ],
  [
    'the same, written otherwise',
    holding('words', `[${word('early_help_end_reason', 'Other  local text ', 'met')}]`),
    `${inWords} maps ‘other local text’, which stands for many words`,
    false,
  ],
  [
    'a word twice, written otherwise',
    holding('words', `[${MET}, ${word('early_help_end_reason', 'CLOSED - goals met', 'other')}]`),
    'entry 2 of ‘words’ maps ‘closed - goals met’, which an earlier entry maps',
    false,
  ],
  [
    'how often a word is met',
    holding('words', `[${MET.replace('}', ',"rows":4}')}]`),
    `${inWords} has ‘rows’, which is not known here`,
    true,
  ],
  [
    'an unknown table for a file',
    settled('tables', '{"family": "ssd_family"}'),
    '‘family’ in ‘tables’ in ‘reading’ names ‘ssd_family’, which is no table that is read',
    true,
  ],
  [
    'an unknown table for a file without headings',
    settled('without_heading', '{"family": 3}'),
    '‘family’ in ‘without_heading’ in ‘reading’ names ‘3’, which is no table that is read',
    true,
  ],
  [
    'columns of an unknown table',
    settled('columns', '{"ssd_family": {}}'),
    '‘columns’ in ‘reading’ names ‘ssd_family’, which is no table that is read',
    true,
  ],
  [
    'an unknown column',
    settled('columns', '{"ssd_contacts": {"forename": "cont_forename"}}'),
    '‘forename’ of ‘ssd_contacts’ in ‘columns’ in ‘reading’ names ‘cont_forename’, which is no column of ssd_contacts that is read',
    true,
  ],
  [
    'a column that is never read',
    settled('columns', '{"ssd_contacts": {"why": "cont_contact_outcome_json_comments"}}'),
    '‘why’ of ‘ssd_contacts’ in ‘columns’ in ‘reading’ names ‘cont_contact_outcome_json_comments’, which is no column of ssd_contacts that is read',
    true,
  ],
  [
    'a heading that is a narrative',
    settled('columns', `{"ssd_contacts": {"${'x'.repeat(256)}": null}}`),
    'a heading of ‘ssd_contacts’ in ‘columns’ in ‘reading’ has 256 characters',
    true,
  ],
  [
    'an order of days in a column of ids',
    settled('day_order', '{"ssd_contacts": {"cont_contact_id": "day first"}}'),
    '‘ssd_contacts’ in ‘day_order’ in ‘reading’ names ‘cont_contact_id’, which is no column of dates',
    true,
  ],
  [
    'an order of days that is none',
    settled('day_order', '{"ssd_contacts": {"cont_contact_date": "year first"}}'),
    '‘cont_contact_date’ of ‘ssd_contacts’ in ‘day_order’ in ‘reading’ is ‘year first’, which it cannot be',
    true,
  ],
  [
    'persons known in a third way',
    settled('early_help_persons', '"by name"'),
    '‘early_help_persons’ in ‘reading’ is ‘by name’, which it cannot be',
    true,
  ],
  [
    'a part of reading that is missing',
    holding('reading', '{"tables": {}}'),
    '‘reading’ has no ‘without_heading’',
    true,
  ],
  [
    'a peer that is no authority',
    holding('peers', '[{"name": "Near", "authorities": ["999"]}]'),
    `${inPeers} names ‘999’, which is no local authority`,
    true,
  ],
  [
    'a peer twice',
    holding('peers', '[{"name": "Near", "authorities": ["301", "301"]}]'),
    `${inPeers} names ‘301’ twice`,
    true,
  ],
  [
    'two groups of one name',
    holding('peers', '[{"name": "Near", "authorities": []}, {"name": "Near", "authorities": []}]'),
    'entry 2 of ‘peers’ is named ‘Near’, as an earlier one is',
    false,
  ],
  [
    'a group of peers without a name',
    holding('peers', '[{"name": "", "authorities": []}]'),
    `‘name’ in ${inPeers} is empty`,
    true,
  ],
  [
    'an unknown question',
    holding('early_help', '{"children": "all"}'),
    '‘early_help’ has ‘children’, which is no question',
    true,
  ],
  [
    'an answer that is none',
    holding('early_help', '{"family_help": "Yes, since May"}'),
    '‘family_help’ in ‘early_help’ is ‘Yes, since May’, which it cannot be',
    true,
  ],
  [
    'a figure given for a measure that is a breakdown',
    givenAs('riia-04', 'riia-03'),
    'entry 1 of ‘given’ names ‘riia-03’, which has no figures',
    true,
  ],
  [
    'a figure given that the measure has not',
    givenAs('"repeat"', '"again"'),
    'entry 1 of ‘given’ names ‘again’, which is no figure of riia-04',
    true,
  ],
  [
    'a figure given for no period',
    givenAs('2025-26 Q1', '2025'),
    'entry 1 of ‘given’ is for ‘2025’, which is no period',
    true,
  ],
  [
    'a part given that is more than what it is a part of',
    givenAs('15', '79'),
    '‘numerator’ in ‘gives’ in entry 1 of ‘given’ is 79, which is out of range',
    false,
  ],
  [
    'a cell given by which the measure is not broken down',
    givenAs('"cell": null', '"cell": {"by": "primary_need", "cell": "n1"}'),
    '‘cell’ in entry 1 of ‘given’ names ‘primary_need’, by which riia-04 is not broken down',
    false,
  ],
  [
    'a figure given twice',
    holding('given', `[${GIVEN}, ${GIVEN}]`),
    'entry 2 of ‘given’ is for a figure that an earlier entry has',
    false,
  ],
  [
    'a mapped cell that is none',
    mapAs('"B7"', '"7B"'),
    'cell 1 of entry 1 of ‘maps’ is ‘7B’, which is no cell',
    true,
  ],
  [
    'a mapped period that is none',
    mapAs('"quarter"', '"month"'),
    '‘period’ in cell 1 of entry 1 of ‘maps’ is ‘month’, which it cannot be',
    true,
  ],
];

describe('a bad section refuses the profile, and says what, where and what to do', () => {
  it.each(BAD)('%s', (_, text, says) => {
    const [what, hint] = refused(text);
    expect(what).toBe(`The profile cannot be used: ${says}.`);
    expect(hint).toMatch(/^[A-Z].+\. Nothing was changed\.$/);
  });

  it('in a profile of version 1 too', () => {
    const first = '{"format": "quarterlight-profile", "version": 1, "authority": "301"';
    expect(refused(`${first}, "settings": {}, "by_hand": [], "words": []}`)[0]).toBe(
      'The profile cannot be used: it has ‘words’, which is not known here.',
    );
    expect(refused(`${first}, "settings": {}}`)[0]).toBe(
      'The profile cannot be used: it has no ‘by_hand’.',
    );
  });
});

describe('the published schema', () => {
  const shape = z.fromJSONSchema(JSON.parse(readFileSync('public/profile.schema.json', 'utf8')));

  it.each(BAD.filter(([, , , schemaToo]) => schemaToo))('refuses %s', (_, text) => {
    expect(shape.safeParse(JSON.parse(text)).success).toBe(false);
  });

  it('takes what the reader takes', () => {
    const texts = [
      holding('words', `[${MET}]`),
      settled('tables', '{"eh_export": "ssd_early_help_episodes", "notes": null}'),
      settled('early_help_persons', '"shared"'),
      holding('early_help', '{"closing": "in_batches"}'),
      holding('given', `[${GIVEN}]`),
      holding('maps', `[${MAP}]`),
    ];
    for (const text of texts) {
      expect(() => readProfile(text, spec)).not.toThrow();
      expect(shape.safeParse(JSON.parse(text)).error).toBeUndefined();
    }
  });
});
