import type { SourceView } from '../../../console-api/egress-contract.ts';
import { useWords } from '../../language/use-words.ts';

/** Who sent: a person by pseudonym, or a place on the network by the beginning of its reference. */
export function Source({ source }: { readonly source: SourceView }) {
  const { say } = useWords();
  if (source.kind === 'person') return <>{source.person.name}</>;
  return <span title={source.network}>{say('flow.network', { name: source.network.slice(0, 8) })}</span>;
}
