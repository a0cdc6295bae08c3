-- Rules that more than one view or measure goes by. Each is a macro, so that a rule is written once.

-- The day that many calendar months before, cut to the month's end: 12 months before 29 February is 28 February.
create or replace macro months_before(day, months) as cast(day - to_months(months) as date);

-- Open on a day: started by then, and not ended by then. What ends on the day is not open on it.
create or replace macro open_on(started, ended, day) as started <= day and (ended is null or ended > day);

-- Whole years of age. Born on 29 February, the birthday of a common year is 1 March.
create or replace macro whole_years(born, day) as
  year(day) - year(born) - case when (month(day), day(day)) < (month(born), day(born)) then 1 else 0 end;

-- The day from which that age is reached, by the same rule as whole_years.
create or replace macro birthday(born, years) as
  make_date(year(born) + years, month(born), 1) + cast(day(born) - 1 as integer);

-- Worked out once a child, so that a record's age is a comparison of days.
create or replace macro band_birthdays(born) as {
  'first': birthday(born, 1), 'fifth': birthday(born, 5), 'tenth': birthday(born, 10),
  'sixteenth': birthday(born, 16), 'eighteenth': birthday(born, 18)
};

create or replace macro age_band(born, birthdays, day) as
  case
    when born is null then 'unknown'
    when day < born then 'unborn'
    when day < birthdays.first then 'under_1'
    when day < birthdays.fifth then '1_to_4'
    when day < birthdays.tenth then '5_to_9'
    when day < birthdays.sixteenth then '10_to_15'
    when day < birthdays.eighteenth then '16_to_17'
    else '18_and_over'
  end;

-- Why a row about something that happened on one day cannot be counted; null when it can.
create or replace macro fault_of_event(id, nth, person, happened, born, extract_day) as
  case
    when id is null then 'with no identifier'
    when nth > 1 then 'with an identifier met before'
    when person is null then 'with no child named'
    when happened is null then 'with no date'
    when happened > extract_day then 'with a date after the extract'
    when happened < born - 280 then 'with a date more than 280 days before birth'
  end;

-- The same for something that starts and may end.
create or replace macro fault_of_span(id, nth, person, started, ended, born, extract_day) as
  coalesce(
    fault_of_event(id, nth, person, started, born, extract_day),
    case when ended < started then 'with an end before the start' end
  );

-- An end after the extract is not known to have happened: open.
create or replace macro known_end(ended, extract_day) as case when ended <= extract_day then ended end;
create or replace macro remark_on_end(ended, extract_day) as
  case when ended > extract_day then 'with an end after the extract, counted as open' end;

-- An id of an early help system that has ids of its own. It is marked, so that it is never taken for one of social care.
create or replace macro early_help_id(id, shared) as case when shared then id else id || ' (early help)' end;

-- Whether an id is so marked, and the id as that system gave it.
create or replace macro is_marked_id(id) as ends_with(id, ' (early help)');
create or replace macro id_given(id) as left(id, length(id) - length(' (early help)'));

-- The group of a source that has a code and a description. A system's own number for one source can be the national code of
-- another, so bare digits are believed only where nothing describes them.
create or replace macro group_of_source(code, by_code, description, by_description) as
  case
    when coalesce(code, description) is null then 'unknown'
    when description is not null and regexp_full_match(code, '[0-9]+') then coalesce(by_description, 'unmapped')
    else coalesce(by_code, by_description, 'unmapped')
  end;
