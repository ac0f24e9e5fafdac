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
  'egressAuthority.summary':
    'Afficher, en PEM, les certificats auxquels les postes doivent se fier là où le mandataire regarde à l’intérieur',
  'egressAuthority.notes':
    'Une autorité pour exactement les hôtes d’egress.inspected est créée s’il n’y en a pas, et soixante jours avant la fin de la dernière ;\npendant trente jours la nouvelle attend, pour que les postes l’aient avant qu’elle signe. Chacune peut répondre de ses hôtes et de ce\nqui est au-dessous, et de rien d’autre. La clé privée ne quitte jamais la base, où elle est scellée. Codes de sortie : 0 affiché,\n1 il n’y en a pas.',
  'egressAuthority.none': 'octroi : aucun hôte n’est inscrit pour l’inspection : egress.inspected.',
  'egressAuthority.one': 'octroi : SHA-256 {fingerprint}, jusqu’au {until}, pour {hosts} ; signe maintenant : {signs}.',
  'option.csv': 'écrire du CSV sur la sortie standard',
  'egressImport.summary': 'Garder ce que les journaux de votre réseau disent des services d’IA',
  'egressImport.notes':
    'Lit ce que lit `egress shadow`, et garde pour chaque jour qui a atteint quel service d’IA, sous des références qui ne mènent à\naucune adresse ni aucun nom. La même ligne compte une fois, dans quelque fichier et aussi souvent qu’elle vienne. Les lignes\nillisibles sont comptées et désignées par leur numéro.',
  'egressImport.taken': 'octroi : {file} : lignes sur l’IA nouvelles {taken}, déjà connues {repeated}.',
  'egressSightings.summary': 'Montrer jour par jour ce que les journaux importés disent des services d’IA',
  'egressSightings.days': 'combien de jours, aujourd’hui compris (par défaut 30)',
  'egressSightings.columns': 'JOUR|SOURCE|FOURNISSEUR|HÔTE|PUBLIC|USAGES|REFUSÉS|OCTETS SORTIS|OCTETS ENTRÉS',
  'egressSightings.none': 'octroi : aucun journal importé ne parle d’IA depuis le {since}.',
  'egressSightings.cut': 'octroi : {file} : sa lecture fut interrompue ; importez-le de nouveau.',
  'egressShadow.format':
    'squid, combined, dnsmasq, bind, haproxy, envoy, vpc-flow, palo-alto, json, delimited, pairs ou rows (par défaut : d’après le contenu)',
  'egressShadow.summary': 'Montrer de quels services d’IA parlent les journaux de votre réseau',
  'egressShadow.notes':
    'Lit les journaux de mandataires, de serveurs DNS et de pare-feu ; `-` est l’entrée standard ; gzip et zstd sont décompressés.\nRien n’est conservé. Les sources figurent sous des références refaites à chaque passage. Une même ligne compte une fois par passage.\nUn public est inconnu là où le nom de l’hôte ne dit pas la formule.',
  'egressShadow.columns':
    'SOURCE|FOURNISSEUR|HÔTE|PUBLIC|FLUX|REFUSÉS|OCTETS ÉMIS|OCTETS REÇUS|VU D’ABORD|VU EN DERNIER',
  'egressShadow.audience.consumer': 'particuliers',
  'egressShadow.audience.commercial': 'professionnels',
  'egressShadow.audience.unknown': 'inconnu',
  'egressShadow.read': 'octroi : {file} ({format}) : lignes {lines}, flux {flows}, illisibles {malformed}.',
  'egressShadow.empty': 'octroi : {file} : aucune ligne.',
  'egressShadow.malformed': 'octroi : {file} : lignes illisibles, dont les premières : {lines}.',
  'egressShadow.none': 'octroi : aucun flux vers un service d’IA connu.',
  'egressShadow.proposed': 'octroi : absent du catalogue, et peut-être de l’IA : {host} (flux {flows}).',
  'egressShadow.unnamed': 'octroi : flux vers une adresse sans nom, dont on ne sait rien : {count}.',
  'egressShadow.repeated': 'octroi : lignes déjà présentes, comptées une fois : {count}.',
};
