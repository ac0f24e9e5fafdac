import { stringify } from 'yaml';
import { postureText } from '../../messages/index.ts';
import type { ControlId } from '../control.ts';
import { clausesOf, controlIds, crosswalkSource, frameworks } from '../crosswalk/clauses.ts';

const urn = 'urn:octroi:risk';

/**
 * The controls as a library of reference controls for CISO Assistant, in English with French beside it. The same release
 * gives the same text. Format: libraries of intuitem/ciso-assistant-community, read on 2026-11-27.
 */
export function cisoLibrary(version: string): string {
  return stringify(
    {
      urn: `${urn}:library:octroi-controls`,
      locale: 'en',
      ref_id: 'octroi-controls',
      name: 'octroi: controls over AI coding assistants',
      description: `What octroi ${version} observes. Clauses from ${crosswalkSource.source}, read on ${crosswalkSource.readOn}.`,
      copyright: 'Apache-2.0',
      version: 1,
      provider: 'octroi',
      packager: 'octroi',
      translations: { fr: { name: 'octroi : contrôles des assistants de code par IA' } },
      objects: { reference_controls: controlIds.map(referenceControl) },
    },
    { lineWidth: 0 },
  );
}

function referenceControl(id: ControlId) {
  return {
    urn: `${urn}:function:octroi-controls:${id}`,
    ref_id: id,
    name: postureText('en', `control.${id}`),
    category: id === 'people-trained' || id === 'zdr-evaluated' ? 'process' : 'technical',
    annotation: clausesOf(id)
      .map(({ framework, ref }) => `${frameworks[framework]?.shortName ?? framework} ${ref}`)
      .join('\n'),
    translations: { fr: { name: postureText('fr', `control.${id}`) } },
  };
}
