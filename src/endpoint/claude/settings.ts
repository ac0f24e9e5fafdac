import type { ManagedName, ManagedSource } from './managed-sources.ts';
import { isRecord, type SettingsDocument, valueAt } from './settings-document.ts';

export type SourceName = ManagedName | 'local' | 'project' | 'user';

/** Settings of one strength: documents weakest first. */
export type Layer = {
  readonly name: SourceName;
  readonly documents: readonly SettingsDocument[];
  readonly isManaged: boolean;
};

/** A value found in settings, and where. */
export type Setting = {
  readonly value: unknown;
  readonly file: string;
  readonly line: number;
  readonly source: SourceName;
  /** Only an administrator can change it. */
  readonly isManaged: boolean;
};

/** The settings that hold in one situation: layers strongest first. */
export class Settings {
  readonly #layers: readonly Layer[];
  readonly #environment: readonly Layer[];

  /** `environment`: the layers whose `env` blocks count; administrators' sources add up there, variable by variable. */
  constructor(layers: readonly Layer[], environment: readonly Layer[] = layers) {
    this.#layers = layers;
    this.#environment = environment;
  }

  /** All values at a path, the one that holds first. */
  values(path: readonly string[]): readonly Setting[] {
    return find(this.#layers, path);
  }

  /** The value that holds. */
  value(path: readonly string[]): Setting | undefined {
    return this.values(path)[0];
  }

  /** The value that holds in the administrator's layer. */
  managed(path: readonly string[]): Setting | undefined {
    return this.values(path).find(({ isManaged }) => isManaged);
  }

  /** Every entry of a list: lists of all layers add up. */
  entries(path: readonly string[]): readonly Setting[] {
    return this.values(path).flatMap((setting) =>
      Array.isArray(setting.value) ? setting.value.map((value: unknown) => ({ ...setting, value })) : [],
    );
  }

  /** A variable's values in `env` blocks, the one that holds first. The client makes texts of numbers and the like. */
  variable(name: string): readonly (Setting & { readonly text: string })[] {
    return find(this.#environment, ['env', name]).map((setting) => ({ ...setting, text: String(setting.value) }));
  }
}

function find(layers: readonly Layer[], path: readonly string[]): readonly Setting[] {
  return layers.flatMap(({ name, documents, isManaged }) =>
    documents.toReversed().flatMap((document): readonly Setting[] => {
      const value = valueAt(document.values, path);
      if (value === undefined) return [];
      // An `env` that is no object holds no variables.
      if (path[0] === 'env' && !isRecord(document.values['env'])) return [];
      return [{ value, file: document.file, line: document.lineOf(path), source: name, isManaged }];
    }),
  );
}

export type LayerOptions = {
  readonly managed: readonly ManagedSource[];
  readonly own: readonly Layer[];
  /** The client talks to something else than Anthropic, so it does not fetch server-managed settings. */
  readonly skipsServerManaged: boolean;
  /** Whether `env` of administrators' sources adds up: so since 2.1.223. */
  readonly addsUpEnvironment: boolean;
};

/** Puts the layers in order: the one managed source that wins, then one's own. */
export function layersOf({ managed, own, skipsServerManaged, addsUpEnvironment }: LayerOptions): Settings {
  const open = managed.filter(({ name }) => name !== 'server_managed' || !skipsServerManaged);
  const winner = open.find(({ delivers }) => delivers);
  const layers = [...(winner ? [asLayer(winner)] : []), ...own];
  if (!addsUpEnvironment || !winner || !isAdministrators(winner)) return new Settings(layers);
  return new Settings(layers, [...open.filter(isAdministrators).map(asLayer), ...own]);
}

// HKCU can be written by the person it is about.
const isAdministrators = ({ name }: ManagedSource): boolean => name !== 'hkcu';

const asLayer = (source: ManagedSource): Layer => ({
  name: source.name,
  documents: source.documents,
  isManaged: isAdministrators(source),
});
