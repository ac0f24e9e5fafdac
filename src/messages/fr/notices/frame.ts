import type { noticeFrame as english, noticeFrameLists as englishLists } from '../../en/notices/frame.ts';
import type { Translated } from '../../translated.ts';

export const noticeFrame: Translated<typeof english> = {
  'kind.staff': 'Notice d’information du personnel',
  'kind.charter': 'Charte d’usage des assistants de code par IA',
  'kind.council': 'Note au comité social et économique',
  'kind.dpia': 'Éléments pour l’analyse d’impact (AIPD)',
  subtitle: 'Assistants de code par IA derrière octroi – {organization}',
  'origin.line': '{name} : {value}',
  'origin.writtenOn': 'Jour',
  'origin.policy': 'Politique en vigueur, SHA-256',
  'origin.catalogue': 'Catalogue',
  'origin.catalogueText': 'édition {version}, SHA-256 {digest}',
  'origin.writer': 'Écrit par',
  'origin.status': 'Statut',
  'origin.statusText':
    'projet tiré de ce qui est en vigueur ; quelqu’un le relit, le complète et en répond. Il ne dit pas qu’une loi est respectée',
  toFillIn: '[à remplir par l’organisation]',
  none: 'aucun',
  'heading.unknown': 'Ce qu’octroi ne sait pas',
  'heading.law': 'Les textes en cause',
  'heading.claims': 'Ce que disent les conditions du fournisseur',
  lawUnread:
    'octroi nomme ces textes et ne les a pas lus pour cette édition : qui répond de ce document vérifie qu’ils sont en vigueur et s’appliquent ici.',
  claim: '{plans} – {criterion} : {value}',
  'claim.feature': '{criterion} ({feature})',
  'claim.note':
    'Source : {url}, {dating} {datedOn}, lue le {readOn} ; confiance : {confidence} ; vaut depuis le {from}{until} ; {review}',
  'claim.until': ' et jusqu’avant le {until}',
  'claim.review': 'à relire au plus tard le {on}',
  'claim.overdue': 'était à relire au plus tard le {on} : nul ne sait si cela vaut encore',
  'claim.contested': 'des sources se contredisent là-dessus, et toutes figurent ici',
  'dating.stated': 'datée du',
  'dating.recorded': 'enregistrée le',
  'dating.seen': 'sans date, vue le',
  'claim.audience': '{plans} – ses conditions sont écrites pour : {value}',
  'audience.consumer': 'les particuliers',
  'audience.commercial': 'les organisations',
  'claim.unknown': '{plan} – {criterion} : inconnu ; aucune source du catalogue ne le dit',
  'claim.planUnknown': '{plan} – le catalogue ne connaît pas cette offre : toutes ses conditions sont inconnues',
  measured: 'mesuré par octroi',
  contractsUnknown:
    'Ni la politique ni un poste sur place ne nomment de contrat : sous quels comptes et quelles conditions, nul ne le sait ; à remplir.',
  'columns.labels': 'Étiquette|Ce qu’elle couvre|Ce qui vaut pour elle',
  'label.default': 'tout ce qu’aucune autre étiquette ne couvre',
  'label.free': 'peut partir là où le tableau des voies l’admet',
  'label.zdr': 'ne part que sous rétention nulle (ZDR)',
  'label.never': 'ne part jamais',
  'label.except': 'sauf : {paths}',
  'label.found': 'trouvé : {detectors}',
  'columns.ways': 'Depuis|Sous le contrat|Étiquette|Rien de sensible|Un secret|Données personnelles|Un mot de la liste',
  'way.otherWorkspaces': 'tous les autres espaces',
  'verdict.allow': 'part',
  'verdict.redact': 'part caviardé',
  'verdict.block': 'ne part pas',
  waysHow:
    'Chaque case est une décision de la politique elle-même au jour ci-dessus : un fichier envoyé par quelqu’un dont la formation est à jour, avec un modèle et un client auxquels rien ne s’oppose.',
  'columns.lifetimes': 'Ce qui est inscrit|Ce qu’on y trouve|Conservé|D’où vient le chiffre',
  days: '{days} jours',
  justified: '{source}. Motif d’une durée plus longue selon la politique : {reason}',
  decidedHere: 'la politique de l’organisation',
  'class.declaration': 'Requêtes ({name})',
  'class.other_declaration': 'Fichiers envoyés, et requêtes d’aucune autre classe',
  'in.declaration':
    'qui, quand, depuis quel espace et quelle session, avec quel client et quel modèle ; de chaque partie sa sorte, son chemin, sa taille, son étiquette et une empreinte à clé ; sortes et places de ce qui a été trouvé, jamais sa valeur ; la décision et ses motifs ; de ce que le modèle a écrit, des marques à clé par ligne et le chemin du fichier, jamais le texte',
  'class.finding': 'Réponses aux hooks',
  'in.finding': 'ce qu’un hook du client a demandé, et ce qui lui a été répondu',
  'class.flow': 'Connexions réseau',
  'in.flow':
    'par le mandataire de sortie : hôte, heure, octets, décision ; là où TLS est terminé pour un hôte, aussi méthodes et chemins',
  'class.attestation': 'Formations',
  'in.attestation': 'quel module, quand, jusqu’à quand il vaut ; des essais, le résultat',
  'class.captured_content': 'Contenu capturé',
  'in.captured_content':
    'le contenu d’une étiquette dont la politique nomme la capture et que deux personnes ont approuvée ; sinon rien',
  'class.workstation_report': 'Rapports des postes',
  'in.workstation_report': 'versions et réglages des assistants, et ce qui s’écarte de la politique',
  'class.telemetry': 'Télémétrie des clients',
  'in.telemetry': 'quel outil a servi et s’il a été admis ; nettoyages des traces locales',
  'class.administration': 'Accès',
  'in.administration': 'clés, comptes, rôles, postes, connexions',
  'class.accountability': 'Actes d’administration',
  'in.accountability':
    'politiques en vigueur, contrats, gels, effacements, demandes de lever un pseudonyme, réponses aux demandes de personnes',
  deletedConversations:
    'Une conversation supprimée n’est plus montrée à personne, et a quitté le stockage sous {days} jours.',
  lifetimesHold: 'Un gel juridique garde ce qu’il couvre au-delà de ces jours ; chaque gel est inscrit avec son motif.',
  localTraces:
    'Les assistants gardent leurs propres transcriptions sur le poste pendant {days} jours selon cette politique.',
  zdrWorkspaces: 'Sous rétention nulle, de sorte que seuls des comptes en sont inscrits : {names}.',
  'capture.none':
    'La politique ne nomme aucune étiquette dont le contenu peut être capturé : aucun contenu n’est inscrit.',
  'capture.some':
    'La politique admet que le contenu étiqueté {label} soit capturé pour « {purpose} », {days} jours au plus, une fois approuvé par deux personnes. Informez les personnes concernées avant que cela ne commence.',
  'means.gateway': 'Passerelle : les requêtes aux assistants la traversent ; elle les lit en mémoire pour décider',
  'means.egress': 'Mandataire de sortie : décide quels hôtes les postes atteignent',
  'means.inspection': 'TLS terminé pour des hôtes listés : méthodes et chemins des requêtes y sont lus',
  'means.workstations': 'Rapports des postes : les réglages des assistants y sont vérifiés',
  'means.used': '{means}. En usage ici.',
  'means.unused': '{means}. Pas en usage ici.',
  'means.unknown': '{means}. Nul ne sait ici si c’est en usage : à remplir.',
  'unknown.organization': 'Le nom de l’organisation responsable du traitement.',
  'unknown.contact': 'L’adresse du délégué à la protection des données, ou de qui répond aux questions.',
  'unknown.basis': 'La base légale (RGPD, article 6), et la mise en balance lorsqu’il s’agit de l’intérêt légitime.',
  'unknown.transfer':
    'L’instrument des transferts hors de l’UE (RGPD, chapitre V) pour chaque fournisseur ; le catalogue a des régions, non des contrats.',
  'unknown.outside':
    'Ce que d’autres systèmes de l’organisation inscrivent des mêmes personnes : le fournisseur d’identité, le mandataire devant octroi, le SIEM qui reçoit ses événements.',
  'unknown.backups': 'Combien de temps des sauvegardes de la base sont gardées au-delà des jours ci-dessus.',
  'unknown.means': 'Lesquels des moyens ci-dessus sont en usage, là où il est dit que nul ne le sait.',
  'unknown.agreements': 'Accords collectifs, règlement intérieur et droit local en sus de ce qui est nommé ici.',
  'unknown.overdue': '{count} affirmations ci-dessus étaient à relire avant ce jour.',
};

export const noticeFrameLists: Translated<typeof englishLists> = {
  'law.common': [
    'RGPD (règlement (UE) 2016/679), article 88 : les États membres peuvent prévoir des règles plus spécifiques pour les relations de travail.',
    'Code du travail, L.1121-1 : les restrictions aux droits sont justifiées par la tâche et proportionnées au but.',
    'Code du travail, L.1222-4 : aucune information sur un salarié n’est collectée par un dispositif qui n’a pas été porté préalablement à sa connaissance.',
    'CNIL, délibération 2021-122 du 14 octobre 2021 sur la journalisation : des journaux tenus pour la sécurité ne servent pas à autre chose.',
  ],
};
