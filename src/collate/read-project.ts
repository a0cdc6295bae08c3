import {
  type AcceptedFile,
  type CollationChoices,
  type CollectedFile,
  type CollectedReturn,
  type FigureTable,
  OUTCOME_KINDS,
  type RefusedFile,
} from '../model/collation.ts';
import { parsedJson } from '../model/json.ts';
import { Problem } from '../model/problem.ts';
import { breakdown, note, policy, revision } from '../return/read/read-about.ts';
import { definitionList } from '../return/read/read-definitions.ts';
import {
  Members,
  type Shape,
  listOf,
  object,
  oneOf,
  orNull,
  quarter,
  quoted,
  refusal,
  text,
  whole,
  yesOrNo,
} from '../return/read/shape.ts';
import { placeIn } from './figure-table.ts';
import { type CollationProject, PROJECT_VERSION } from './project.ts';

/** Takes the text of a file; gives the project that it holds. Throws a Problem where it is none, or not whole. */
export function readProject(json: string): CollationProject {
  const members = new Members(parsed(json), '');
  const version = members.of('quarterlight', header);
  if (version !== PROJECT_VERSION) {
    throw refusal('the project', `is version ${version}, and this page reads ${PROJECT_VERSION}`);
  }
  const series = members.of('series', seriesList);
  const project = {
    choices: members.of('choices', choices),
    files: members.of('files', listOf(fileIn(series))),
  };
  members.done();
  return project;
}

function parsed(json: string): unknown {
  try {
    return parsedJson(json);
  } catch (thrown) {
    if (thrown instanceof RangeError) throw refusal('the project', thrown.message, thrown);
    const hint = 'Give the project as Quarterlight saved it.';
    throw new Problem('The file is no project: it is not JSON, or is cut off.', hint, thrown);
  }
}

const header = object((m) => {
  m.of('version', text);
  m.of('holds', oneOf('collation'));
  return m.of('projectVersion', whole);
});

const seriesList: Shape<readonly string[]> = (read, at) =>
  listOf((key, where) => {
    const found = text(key, where);
    try {
      placeIn(found);
    } catch (thrown) {
      throw refusal(where, `is ${quoted(found)}, which names no figure`, thrown);
    }
    return found;
  })(read, at);

/** Takes the shape of values; gives that of an object that has any names. */
function recordOf<T>(shape: Shape<T>): Shape<Readonly<Record<string, T>>> {
  return (read, at) => {
    if (typeof read !== 'object' || read === null || Array.isArray(read)) {
      throw refusal(at, 'is not an object of names and values');
    }
    return Object.fromEntries(
      Object.entries(read).map(([name, value]) => [name, shape(value, `‘${name}’ in ${at}`)]),
    );
  };
}

const groups = listOf(
  object((m) => ({
    code: m.of('code', text),
    name: m.of('name', text),
    members: m.of('members', listOf(text)),
  })),
);

const choices: Shape<CollationChoices> = object((m) => ({
  standing: m.of('standing', recordOf(orNull(text))),
  notRevising: m.of('notRevising', listOf(text)),
  accepted: m.of('accepted', recordOf(text)),
  groups: m.of('groups', groups),
  expected: m.of('expected', orNull(listOf(text))),
  populationYear: m.of('populationYear', orNull(text)),
}));

function fileIn(series: readonly string[]): Shape<CollectedFile> {
  return (read, at) => {
    const members = new Members(read, at);
    const kind = members.of('kind', oneOf('accepted', 'refused'));
    const file = kind === 'refused' ? refused(members) : accepted(members, series);
    members.done();
    return file;
  };
}

function refused(m: Members): RefusedFile {
  return {
    kind: 'refused',
    path: m.of('path', text),
    sha256: m.of('sha256', orNull(text)),
    because: m.of('because', oneOf('about single children', 'no return', 'not read')),
    says: m.of('says', text),
    todo: m.of('todo', text),
  };
}

const remark = object((m) => ({
  kind: m.of('kind', oneOf('not read', 'changed', 'wrong', 'unknown')),
  says: m.of('says', text),
  todo: m.of('todo', text),
  places: m.of('places', listOf(text)),
  times: m.of('times', whole),
}));

function accepted(m: Members, series: readonly string[]): AcceptedFile {
  return {
    kind: 'accepted',
    path: m.of('path', text),
    sha256: m.of('sha256', text),
    holds: m.of('holds', oneOf('package', 'workbook', 'csv', 'json', 'pack')),
    asWritten: m.of('asWritten', yesOrNo),
    remarks: m.of('remarks', listOf(remark)),
    returns: m.of('returns', listOf(object((own) => returnIn(own, series)))),
    definitions: m.of('definitions', definitionList),
    breakdowns: m.of('breakdowns', listOf(breakdown)),
    accepted: m.of('accepted', recordOf(text)),
    groups: m.of('groups', groups),
  };
}

const place = object((m) => ({
  region: m.of('region', text),
  synthetic: m.of('synthetic', yesOrNo),
}));

const treatment: Shape<CollectedReturn['treatment']> = object((m) =>
  m.of('kind', oneOf('shareable', 'collator')) === 'shareable'
    ? { kind: 'shareable', policy: m.of('policy', policy) }
    : { kind: 'collator', agreement: m.of('agreement', text) },
);

function returnIn(m: Members, series: readonly string[]): CollectedReturn {
  return {
    id: m.of('id', text),
    area: m.of('area', text),
    name: m.of('name', text),
    place: m.of('place', orNull(place)),
    quarter: m.of('quarter', quarter),
    version: m.of('version', whole),
    made: m.of('made', text),
    signedOff: m.of('signedOff', yesOrNo),
    treatment: m.of('treatment', treatment),
    appVersion: m.of('appVersion', text),
    sha256: m.of('sha256', text),
    earlyHelp: m.of('earlyHelp', orNull(recordOf(text))),
    notes: m.of('notes', listOf(note)),
    revisions: m.of('revisions', listOf(revision)),
    figures: m.of(
      'figures',
      object((own) => tableIn(own, series)),
    ),
  };
}

function tableIn(m: Members, keys: readonly string[]): FigureTable {
  const series = m.of('series', wholes(keys.length)).map((at) => keys[at] ?? '');
  const texts = m.of('texts', listOf(text));
  const column = (name: string, shape: Shape<number[]>) =>
    m.of(name, (read, at) => {
      const values = shape(read, at);
      if (values.length !== series.length) throw refusal(at, 'is not as long as the others');
      return values;
    });
  return {
    series,
    kind: Uint8Array.from(column('kind', wholes(OUTCOME_KINDS.length))),
    value: Float64Array.from(column('value', numbers)),
    denominator: Float64Array.from(column('denominator', numbers)),
    scale: Float64Array.from(column('scale', numbers)),
    version: Uint16Array.from(column('version', wholes(65_536))),
    byHand: Uint8Array.from(column('byHand', wholes(2))),
    reason: Uint32Array.from(column('reason', wholes(texts.length))),
    from: Uint32Array.from(column('from', wholes(texts.length))),
    texts,
  };
}

/** A column of numbers. There are millions: none is given a place in words until one is wrong. */
const numbers: Shape<number[]> = (read, at) => {
  if (!Array.isArray(read)) throw refusal(at, 'is not a list');
  return Array.from<unknown, number>(read, (one) => {
    if (typeof one !== 'number' || !Number.isFinite(one)) {
      throw refusal(at, `has ${quoted(one)}, which is not a number`);
    }
    return one;
  });
};

/** A column of whole numbers below another. */
function wholes(end: number): Shape<number[]> {
  return (read, at) => {
    const found = numbers(read, at);
    const wrong = found.find((one) => !Number.isInteger(one) || one < 0 || one >= end);
    if (wrong !== undefined) throw refusal(at, `has ${quoted(wrong)}, which stands for nothing`);
    return found;
  };
}
