import type { Text } from './schema/dated.ts';

/** Where a bound of a class comes from. `url` is absent where nothing but octroi's own judgement stands behind it. */
export type RetentionAnchor = { readonly title: Text; readonly url?: string; readonly readOn: string };

/** How long what is in a class may be kept, in days. */
export type RetentionBounds = {
  readonly name: string;
  readonly floorDays: number;
  readonly defaultDays: number;
  readonly ceilingDays: number;
  /** The ceiling where the policy says why more than `ceilingDays` are needed; the same where there is no such way. */
  readonly justifiedCeilingDays: number;
  /** Whether a source gives the figures, or the data protection officer decides them. */
  readonly isSourced: boolean;
  readonly anchors: readonly RetentionAnchor[];
};

const readOn = '2026-11-23';

const cnilLogging: RetentionAnchor = {
  title: {
    en: 'CNIL, deliberation 2021-122 on logging (JO of 2021-10-30): six to twelve months; up to three years for internal control',
    fr: 'CNIL, délibération 2021-122 relative à la journalisation (JO du 30/10/2021) : six à douze mois ; jusqu’à trois ans pour le contrôle interne',
  },
  url: 'https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000044272396',
  readOn,
};

const storageLimitation: RetentionAnchor = {
  title: {
    en: 'GDPR, article 5(1)(e): no longer than the purpose needs; no source gives a figure, the data protection officer decides',
    fr: 'RGPD, article 5, paragraphe 1, e) : pas plus longtemps que la finalité ne l’exige ; aucune source ne donne de chiffre, le délégué à la protection des données décide',
  },
  url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
  readOn,
};

const accountability: RetentionAnchor = {
  title: {
    en: 'GDPR, articles 5(2) and 24(1): being able to show it; no source gives a figure, the data protection officer decides',
    fr: 'RGPD, articles 5, paragraphe 2, et 24, paragraphe 1 : pouvoir le démontrer ; aucune source ne donne de chiffre, le délégué à la protection des données décide',
  },
  url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
  readOn,
};

const vendorRetention: RetentionAnchor = {
  title: {
    en: 'Vendors keep commercial inputs up to 30 days: a copy here no longer than that, and none unless capture is on',
    fr: 'Les fournisseurs gardent les entrées commerciales jusqu’à 30 jours : ici jamais plus longtemps, et rien sans capture',
  },
  url: 'https://code.claude.com/docs/en/data-usage',
  readOn,
};

const aiAct: RetentionAnchor = {
  title: {
    en: 'AI Act, article 26(6), where a high-risk system is used: at least six months',
    fr: 'Règlement sur l’IA, article 26, paragraphe 6, en cas de système à haut risque : au moins six mois',
  },
  url: 'https://eur-lex.europa.eu/eli/reg/2024/1689/oj',
  readOn,
};

// Six months: the shorter of CNIL's two figures, at its longest.
const sixMonths = 183;
const logging = {
  floorDays: sixMonths,
  defaultDays: 365,
  ceilingDays: 365,
  justifiedCeilingDays: 1_095,
  isSourced: true,
} as const;
const decided = (floorDays: number, defaultDays: number, ceilingDays: number) => {
  return { floorDays, defaultDays, ceilingDays, justifiedCeilingDays: ceilingDays, isSourced: false };
};

/** Every class of what octroi holds, with its bounds and the sources they come from. */
export const retentionBounds = [
  { name: 'declaration', ...logging, anchors: [cnilLogging, aiAct] },
  { name: 'finding', ...logging, anchors: [cnilLogging] },
  { name: 'flow', ...logging, anchors: [cnilLogging] },
  { name: 'attestation', ...decided(1, 1_095, 3_650), anchors: [storageLimitation, accountability] },
  {
    name: 'captured_content',
    floorDays: 0,
    defaultDays: 30,
    ceilingDays: 30,
    justifiedCeilingDays: 30,
    isSourced: true,
    anchors: [vendorRetention],
  },
  { name: 'workstation_report', ...decided(1, 183, 365), anchors: [storageLimitation] },
  { name: 'telemetry', ...decided(1, 183, 365), anchors: [storageLimitation] },
  { name: 'administration', ...logging, anchors: [cnilLogging] },
  { name: 'accountability', ...decided(365, 1_825, 3_650), anchors: [accountability] },
] as const satisfies readonly RetentionBounds[];

export type RetentionClassName = (typeof retentionBounds)[number]['name'];

/** The bounds of a class; undefined where the name is none of a class. */
export function boundsOf(name: string): RetentionBounds | undefined {
  return retentionBounds.find((bounds) => bounds.name === name);
}

/** What speaks against so many days for a class, or undefined. */
export function lifetimeFault(bounds: RetentionBounds, days: number, isJustified: boolean): string | undefined {
  const ceiling = isJustified ? bounds.justifiedCeilingDays : bounds.ceilingDays;
  if (days >= bounds.floorDays && days <= ceiling) return undefined;
  const more = bounds.justifiedCeilingDays > bounds.ceilingDays ? ` (…${bounds.justifiedCeilingDays})` : '';
  return `${bounds.name}: ${bounds.floorDays}…${bounds.ceilingDays}${more}`;
}
