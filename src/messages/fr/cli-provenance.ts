import type { cliProvenance as english } from '../en/cli-provenance.ts';
import type { Translated } from '../translated.ts';

export const cliProvenance: Translated<typeof english> = {
  'provenance.summary': 'Dire quelles lignes d’un fichier, d’un commit ou d’une plage viennent de quel échange',
  'provenance.repository': 'l’arbre de travail Git (par défaut : le dossier courant)',
  'provenance.format': 'text, trailers (lignes pour le message d’un commit) ou spdx (annotations SPDX 2.3)',
  'option.marks': 'lire des marques sur l’entrée standard au lieu d’un arbre de travail',
  'option.lines': 'lister les lignes',
  'option.notes': 'écrire une note par commit sous refs/notes/octroi',
  'provenance.notes':
    'WHAT est un fichier, un commit, une plage (A..B), ou staged. Le texte reste dans l’arbre de travail : les lignes sont\nreconnues par des marques à clé que la passerelle a prises de ce que le modèle a écrit. Une ligne compte pour un échange\nterminé avant son commit. Ce que deux personnes peuvent écrire par hasard est incertain ; ce qu’un autre outil a écrit,\nou un échange effacé, est « autre ».',
  'provenance.read':
    '{lines} lignes, comparées à {read} échanges ; pour {unread} d’entre eux, ce qui fut écrit n’est pas connu.',
  'provenance.verbatim': 'telles que le modèle les a écrites',
  'provenance.edited': 'modifiées depuis',
  'provenance.unsure': 'incertaines : trop peu pour le dire',
  'provenance.other': 'ne ressemblent à rien du registre',
  'provenance.bare': 'trop courtes pour le dire',
  'provenance.column.exchange': 'échange',
  'provenance.column.at': 'le',
  'provenance.column.person': 'personne',
  'provenance.column.model': 'modèle',
  'provenance.column.plan': 'offre',
  'provenance.column.terms': 'conditions du',
  'provenance.column.counts': 'telles quelles/modifiées/incertaines',
  'provenance.noted': 'Notes sur {commits} commits : git log --notes=octroi',
  'provenanceMarks.summary':
    'Faire les marques d’un fichier, d’un commit ou d’une plage, pour un poste qui est ailleurs',
  'provenanceMarks.notes':
    'Ni installation ni réseau ne sont nécessaires. La sortie contient chemins, commits et empreintes de lignes, aucun texte.\nLes empreintes de lignes courtes peuvent être devinées : ne les remettez qu’à votre propre poste.',
  'provenanceDossier.summary':
    'Faire le dossier d’un passage contesté : enregistrements, preuves, conditions du jour, critères',
  'provenanceDossier.from': 'sa première ligne (par défaut : 1)',
  'provenanceDossier.to': 'sa dernière ligne (par défaut : la dernière du fichier)',
  'provenanceDossier.out': 'le fichier à écrire (par défaut : octroi-dossier.zip) ; aucun n’est écrasé',
  'provenanceDossier.notes':
    'Il dit quels critères de la clause du fournisseur sont remplis, non remplis ou inconnus, chacun avec sa source. Si la clause\ncouvre une réclamation est l’affaire du conseil juridique.',
  'provenanceDossier.done': '{file} : {bytes} octets, {exchanges} échanges',
};
