import { canonicalJson, type Json, sha256Hex } from '../../base/index.ts';
import type { Traced } from './trace.ts';

export type SpdxOf = { readonly what: string; readonly now: Date; readonly version: string };

/**
 * A document of SPDX 2.3 whose annotations say which lines of which file came from which exchange. It describes no
 * licence: what a licence of a passage is, octroi does not know. Source: spdx.github.io/spdx-spec/v2.3/annotations.
 */
export function spdxDocument({ attributed, exchanges }: Traced, { what, now, version }: SpdxOf): Json {
  const annotator = `Tool: octroi-${version}`;
  const annotationDate = `${now.toISOString().slice(0, 19)}Z`;
  const told = new Map(exchanges.map((exchange) => [exchange.exchangeId, exchange]));
  const comments = attributed.flatMap(({ path, commit, lines }) =>
    [...Map.groupBy(lines, ({ exchangeId }) => exchangeId)].flatMap(([exchangeId, of]) => {
      if (exchangeId === null) return [];
      const { vendor = null, plan = null, model = null, catalogueVersion = null } = told.get(exchangeId) ?? {};
      const numbers = of.map(({ number, manner }) => [number, manner] as const);
      return [
        canonicalJson({
          path,
          commit,
          exchangeId,
          vendor,
          plan,
          model,
          catalogueVersion,
          lines: numbers as unknown as Json,
        }),
      ];
    }),
  );
  return {
    spdxVersion: 'SPDX-2.3',
    dataLicense: 'CC0-1.0',
    SPDXID: 'SPDXRef-DOCUMENT',
    name: `octroi provenance ${what}`,
    documentNamespace: `urn:octroi:provenance:${sha256Hex(canonicalJson([annotationDate, what, comments]))}`,
    creationInfo: { created: annotationDate, creators: [annotator] },
    annotations: comments.map((comment) => ({ annotationDate, annotationType: 'OTHER', annotator, comment })),
  };
}
