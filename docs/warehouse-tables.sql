-- The tables of a benchmark pack. Made from spec/return by `npm run return`; a test compares.

-- Authorities. One row for each area that the pack has observations of, a local authority or a total of several.
create table authorities (
  area_kind text not null check (area_kind in ('authority', 'region', 'england', 'group')),
  area_code text not null,
  area_name text not null,
  region text,
  members text,
  synthetic boolean not null,
  early_help text,
  primary key (area_code)
);

-- Measures. One row for each figure of each measure, with what it counts and by which version of the definition.
create table measures (
  measure text not null,
  title text not null,
  collection text not null check (collection in ('riia', 'early-help')),
  theme text not null,
  definition_version integer not null check (definition_version >= 1),
  valid_from text not null,
  period text not null check (period in ('activity', 'snapshot')),
  polarity text not null check (polarity in ('high', 'low', 'neutral')),
  breakdown_of text,
  breakdown_by text,
  figure text not null,
  figure_title text not null,
  headline boolean not null,
  kind text not null check (kind in ('count', 'ratio', 'rate')),
  unit text not null,
  numerator text,
  denominator text,
  counts text,
  leaves_out text,
  differs text,
  source text not null,
  notes text,
  primary key (measure, figure)
);

-- Provenance. One row for each return that the pack was made from, named by the SHA-256 of its file.
create table provenance (
  area_code text not null,
  quarter text not null,
  return_version integer not null check (return_version >= 1),
  app_version text not null,
  sha256 text not null,
  primary key (sha256)
);

-- Observations. One row for each figure of each measure, for one period, one area, and the whole or one cell of a breakdown.
create table observations (
  status text not null check (status in ('DRAFT', 'SIGNED OFF')),
  release text not null check (release in ('SHAREABLE', 'NEVER TO BE PUBLISHED')),
  measure text not null,
  definition_version integer not null check (definition_version >= 1),
  figure text not null,
  period text not null,
  period_first_day date not null,
  period_last_day date not null,
  period_kind text not null check (period_kind in ('quarter', 'year')),
  area_kind text not null check (area_kind in ('authority', 'region', 'england', 'group')),
  area_code text not null,
  area_name text not null,
  breakdown text not null,
  breakdown_cell text not null,
  outcome text not null check (outcome in ('count', 'amount', 'ratio', 'withheld', 'missing', 'not applicable', 'not available')),
  value double precision,
  numerator double precision,
  denominator double precision,
  scale double precision,
  reason text,
  origin text not null check (origin in ('extract', 'entered by hand')),
  denominator_source text,
  primary key (measure, figure, period, area_code, breakdown, breakdown_cell)
);

-- Totals. One row for each total among the observations, with the authorities that it covers and how their own figures lie.
create table totals (
  area_code text not null,
  measure text not null,
  figure text not null,
  period text not null,
  breakdown text not null,
  breakdown_cell text not null,
  members integer not null check (members >= 0),
  shown integer not null check (shown >= 0),
  withheld integer not null check (withheld >= 0),
  without integer not null check (without >= 0),
  other_version integer not null check (other_version >= 0),
  least integer check (least >= 0),
  most integer check (most >= 0),
  n integer check (n >= 3),
  mean double precision,
  lower_quartile double precision,
  median double precision,
  upper_quartile double precision,
  primary key (measure, figure, period, area_code, breakdown, breakdown_cell)
);

-- Remarks. One row for each figure that looked odd and was accepted, with the collator’s note.
create table remarks (
  id text not null,
  rule text not null check (rule in ('history', 'published year', 'others', 'sum', 'identity', 'older version')),
  area_code text not null,
  measure text not null,
  figure text not null,
  period text not null,
  breakdown text not null,
  breakdown_cell text not null,
  says text not null,
  note text not null,
  primary key (id)
);
