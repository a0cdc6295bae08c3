import { parseDay } from './calendar.ts';
import type { Day } from './calendar.ts';
import { carePeriods } from './care-periods.ts';
import type { CarePeriod } from './care-periods.ts';
import { theirBirths, theirEpisodes, theirRows } from './elsewhere.ts';
import { defaultSettings } from './extract.ts';
import type { Extract, Settings } from './extract.ts';
import { assessmentsIn, birthsIn, cell, hasRows, spansIn } from './rows.ts';
import type { Assessment, Births, Span, SpanColumns } from './rows.ts';

/** The rows of an extract that can be counted. */
export type Caseload = {
  readonly extract: Extract;
  readonly extractDay: Day;
  readonly settings: Settings;
  readonly births: Births;
  readonly contacts: readonly Span[];
  /** Those that the Early Help measures count. */
  readonly earlyHelpContacts: readonly Span[];
  readonly referrals: readonly Span[];
  readonly assessments: readonly Assessment[];
  readonly enquiries: readonly Span[];
  readonly conferences: readonly Span[];
  readonly cinPlans: readonly Span[];
  readonly ownCpPlans: readonly Span[];
  readonly carePeriods: readonly CarePeriod[];
  readonly legalStatuses: readonly Span[];
  readonly immigrationStatuses: readonly Span[];
  readonly earlyHelp: readonly Span[];
  readonly earlyHelpAssessments: readonly Assessment[];
};

function columns(
  table: string,
  key: string,
  person: string,
  start: string,
  end: string | null,
): SpanColumns {
  return { table, key, person, start, end };
}

const contact = columns(
  'ssd_contacts',
  'cont_contact_id',
  'cont_person_id',
  'cont_contact_date',
  null,
);
const theirContact = columns('eh_contacts', 'contact_id', 'person_id', 'contact_date', null);
const referral = columns(
  'ssd_cin_episodes',
  'cine_referral_id',
  'cine_person_id',
  'cine_referral_date',
  'cine_close_date',
);
const assessment = columns(
  'ssd_cin_assessments',
  'cina_assessment_id',
  'cina_person_id',
  'cina_assessment_start_date',
  'cina_assessment_auth_date',
);
const enquiry = columns(
  'ssd_s47_enquiry',
  's47e_s47_enquiry_id',
  's47e_person_id',
  's47e_s47_start_date',
  's47e_s47_end_date',
);
const conference = columns(
  'ssd_initial_cp_conference',
  'icpc_icpc_id',
  'icpc_person_id',
  'icpc_icpc_date',
  null,
);
const cinPlan = columns(
  'ssd_cin_plans',
  'cinp_cin_plan_id',
  'cinp_person_id',
  'cinp_cin_plan_start_date',
  'cinp_cin_plan_end_date',
);
const cpPlan = columns(
  'ssd_cp_plans',
  'cppl_cp_plan_id',
  'cppl_person_id',
  'cppl_cp_plan_start_date',
  'cppl_cp_plan_end_date',
);
const careEpisode = columns(
  'ssd_cla_episodes',
  'clae_cla_episode_id',
  'clae_person_id',
  'clae_cla_episode_start_date',
  'clae_cla_episode_ceased_date',
);
const legalStatus = columns(
  'ssd_legal_status',
  'lega_legal_status_id',
  'lega_person_id',
  'lega_legal_status_start_date',
  'lega_legal_status_end_date',
);
const immigrationStatus = columns(
  'ssd_immigration_status',
  'immi_immigration_status_id',
  'immi_person_id',
  'immi_immigration_status_start_date',
  'immi_immigration_status_end_date',
);
const earlyHelpEpisode = columns(
  'ssd_early_help_episodes',
  'earl_episode_id',
  'earl_person_id',
  'earl_episode_start_date',
  'earl_episode_end_date',
);
const earlyHelpAssessment = columns(
  'eh_assessments',
  'assessment_id',
  'person_id',
  'start_date',
  'completed_date',
);

/** The extract as early help is counted: what another system gave under names of its own, put where the SSD has it. */
function withTheirs(extract: Extract): Extract {
  const { ssd_early_help_episodes: own = [], ...tables } = extract.tables;
  const assessed = theirRows(extract, 'eh_assessments');
  const contacted = theirRows(extract, 'eh_contacts');
  return {
    ...extract,
    tables: {
      ...tables,
      ssd_early_help_episodes: [...own, ...theirEpisodes(extract)],
      eh_assessments: assessed,
      eh_contacts: contacted,
    },
  };
}

export function caseloadOf(extract: Extract): Caseload {
  const births = new Map([...birthsIn(extract), ...theirBirths(extract)]);
  const counted = withTheirs(extract);
  const spans = (of: SpanColumns): Span[] => spansIn(counted, births, of);
  return {
    extract,
    extractDay: parseDay(extract.extractDate),
    settings: { ...defaultSettings, ...extract.settings },
    births,
    contacts: spans(contact),
    earlyHelpContacts: spans(hasRows(extract, 'eh_contacts') ? theirContact : contact),
    referrals: spans(referral),
    assessments: assessmentsIn(extract, births, assessment),
    enquiries: spans(enquiry),
    conferences: spans(conference),
    cinPlans: spans(cinPlan),
    ownCpPlans: spans(cpPlan).filter((plan) => cell(plan.row, 'cppl_cp_plan_ola') !== 'Y'),
    carePeriods: carePeriods(spans(careEpisode), births),
    legalStatuses: spans(legalStatus),
    immigrationStatuses: spans(immigrationStatus),
    earlyHelp: spans(earlyHelpEpisode),
    earlyHelpAssessments: assessmentsIn(counted, births, earlyHelpAssessment),
  };
}
