import { Ajv, type ValidateFunction } from 'ajv';
import { classes, enumerations, objects, type Table } from './ocsf-tables.ts';

type Schema = Readonly<Record<string, unknown>>;

const scalars: Readonly<Record<string, Schema>> = {
  string: { type: 'string', minLength: 1 },
  int: { type: 'integer' },
  bool: { type: 'boolean' },
  json: { type: 'object' },
  // Milliseconds since 1970: between 2020 and 2100, so that seconds or microseconds are no timestamps.
  timestamp: { type: 'integer', minimum: 1_577_836_800_000, maximum: 4_102_444_800_000 },
};

const definitions = Object.fromEntries(Object.entries(objects).map(([name, table]) => [name, schemaOf(table)]));

const validators = new Map<number, ValidateFunction>(
  Object.entries(classes).map(([uid, { table }]) => {
    const ajv = new Ajv({ allErrors: true, strict: true, strictRequired: false });
    return [Number(uid), ajv.compile({ ...schemaOf(table), definitions })];
  }),
);

/** What is wrong with an event by OCSF 1.8, or nothing. The event is taken as it is written: as JSON. */
export function ocsfFaults(event: unknown): readonly string[] {
  const written: Record<string, unknown> = JSON.parse(JSON.stringify(event));
  const classUid = Number(written['class_uid']);
  const validate = validators.get(classUid);
  if (!validate) return [`class ${classUid} is none of the table`];
  validate(written);
  const faults = (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
  return [...faults, ...sums(written, classUid), ...captions(written, classUid)];
}

function sums(event: Readonly<Record<string, unknown>>, classUid: number): readonly string[] {
  const wanted = { category_uid: classes[classUid]?.category, type_uid: classUid * 100 + Number(event['activity_id']) };
  return Object.entries(wanted).flatMap(([name, value]) => (event[name] === value ? [] : [`${name} is not ${value}`]));
}

// "The value should be normalised to the caption of the _id value."
function captions(event: Readonly<Record<string, unknown>>, classUid: number): readonly string[] {
  const finding = classUid !== 6003 && classUid !== 4001;
  const activity = classUid === 4001 ? 'network_activity_id' : 'api_activity_id';
  const siblings = [
    ['severity', 'severity_id', 'severity_id'],
    ['status', 'status_id', finding ? 'finding_status_id' : 'status_id'],
    ['action', 'action_id', 'action_id'],
    ['disposition', 'disposition_id', 'disposition_id'],
    ['activity_name', 'activity_id', finding ? 'finding_activity_id' : activity],
  ] as const;
  return siblings.flatMap(([text, id, enumeration]) => {
    const caption = enumerations[enumeration]?.[String(event[id])];
    return event[text] === caption ? [] : [`${text} is not ${caption}`];
  });
}

function schemaOf({ attributes, atLeastOne }: Table): Schema {
  const parsed = attributes
    .trim()
    .split(/\s+/)
    .map((text) => /^(\w+):([@#]?)(\w+)(\[\])?(!)?$/.exec(text) ?? fail(text));
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(parsed.map(([, name, sort, type, isList]) => [name, typeOf(sort, type, isList)])),
    required: parsed.flatMap(([, name, , , , isRequired]) => (isRequired ? [name] : [])),
    ...(atLeastOne ? { anyOf: atLeastOne.map((name) => ({ required: [name] })) } : {}),
  };
}

function typeOf(sort: string | undefined, type = '', isList: string | undefined): Schema {
  const one = sort === '@' ? reference(type) : sort === '#' ? { enum: membersOf(type) } : scalars[type];
  if (!one) return fail(type);
  return isList ? { type: 'array', items: one } : one;
}

function reference(name: string): Schema {
  return objects[name] ? { $ref: `#/definitions/${name}` } : fail(name);
}

function membersOf(name: string): readonly (string | number)[] {
  const members = Object.keys(enumerations[name] ?? fail(name));
  return members.map((each) => (/^\d+$/.test(each) ? Number(each) : each));
}

function fail(text: string): never {
  throw new Error(`ocsf-tables: ${text}`);
}
