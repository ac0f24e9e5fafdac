import { detectionError } from '../errors.ts';

export type Place = { readonly rule: string; readonly line: number };

/** A table of a TOML file while it is read: every member is asked for by name and type, and none may be left over. */
export class Members {
  readonly #values: Readonly<Record<string, unknown>>;
  readonly place: Place;

  constructor(value: unknown, place: Place) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid(place, 'table');
    this.#values = Object.fromEntries(Object.entries(value));
    this.place = place;
  }

  /** Refuses members that we do not know, by name. */
  expectOnly(known: readonly string[]): void {
    for (const name of Object.keys(this.#values))
      if (!known.includes(name)) throw detectionError('detection_rule_unsupported', { ...this.place, construct: name });
  }

  text(name: string): string | undefined {
    const value = this.#values[name];
    if (value === undefined || typeof value === 'string') return value;
    throw invalid(this.place, name);
  }

  number(name: string): number | undefined {
    const value = this.#values[name];
    if (value === undefined || typeof value === 'number') return value;
    throw invalid(this.place, name);
  }

  texts(name: string): readonly string[] {
    const value = this.#values[name];
    if (value === undefined) return [];
    if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
    throw invalid(this.place, name);
  }

  table(name: string): Members | undefined {
    const value = this.#values[name];
    return value === undefined ? undefined : new Members(value, { ...this.place, rule: `[${name}]` });
  }

  /** The tables of a list. Each can be asked for one text before its place is known, since the place names the rule. */
  tables(name: string): readonly { (member: string): string | undefined; members(place: Place): Members }[] {
    const value = this.#values[name];
    if (value === undefined) return [];
    if (!Array.isArray(value)) throw invalid(this.place, name);
    return value.map((item: unknown) => {
      const peek = (member: string) => new Members(item, this.place).text(member);
      return Object.assign(peek, { members: (place: Place) => new Members(item, place) });
    });
  }
}

export function invalid(place: Place, construct: string) {
  return detectionError('detection_rule_invalid', { ...place, construct });
}
