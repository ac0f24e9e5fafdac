import type { cliEgress as english } from '../en/cli-egress.ts';
import type { Translated } from '../translated.ts';

export const cliEgress: Translated<typeof english> = {
  'egressExplain.summary': 'Dire ce que devient une connexion par le mandataire de sortie, et selon quelle règle',
  'egressExplain.notes':
    'D’après le nom et le port, la politique et le catalogue en vigueur. Le nom dans le tunnel doit en outre être le même, et aucun\nnom ne peut mener dans un réseau interne. Codes de sortie : 0 elle passe, 1 elle est refusée.',
  'egressExplain.columns': 'CONNEXION|DÉCISION|RÈGLE|FOURNISSEUR|USAGE|PUBLIC',
  'egressExplain.pass': 'passe',
  'egressExplain.observed': 'passe, inscrit',
  'egressExplain.warned': 'passe, avec un avertissement',
  'egressExplain.refuse': 'refusé',
};
