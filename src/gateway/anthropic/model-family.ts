// Two digits at most in a place, so that no number of anybody fits in; a date and a context window are left out.
const known = /^(?:[a-z.]+\.)?claude-(opus|sonnet|haiku|fable|mythos)-(\d{1,2})(?:[-.](\d{1,2}))?(?![\d])/;
const earlier = /^(?:[a-z.]+\.)?claude-(3)(?:[-.](\d))?-(opus|sonnet|haiku)(?![a-z])/;

/** The family and version of a model, where its name is one of the vendor's; a name that may hold anything else is none. */
export function modelFamily(name: string | undefined): string | undefined {
  const [, family, major, minor] = known.exec(name ?? '') ?? [];
  if (family !== undefined) return ['claude', family, major, ...(minor === undefined ? [] : [minor])].join('-');
  const [, generation, point, earlierFamily] = earlier.exec(name ?? '') ?? [];
  if (generation === undefined) return undefined;
  return ['claude', generation, ...(point === undefined ? [] : [point]), earlierFamily].join('-');
}
