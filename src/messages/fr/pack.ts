import type { Translated } from '../translated.ts';
import type { pack as english } from '../en/pack.ts';

export const pack: Translated<typeof english> = {
  title: 'Dossier de preuves',
  subtitle: '{name}, du {from} au {until}',
  footer: 'Fait le {at} par octroi. Les états sont ce qui a été constaté alors, non un certificat.',
  attached: 'La posture en données : chaque contrôle avec ses preuves, l’instant du constat et sa validité',
  'heading.overview': 'En bref',
  'heading.verdicts': 'Ce qui a été demandé à la passerelle',
  'heading.controls': 'Tous les contrôles',
  'heading.gaps': 'Autres écarts',
  'heading.proof': 'Comment vérifier ce dossier',
  'heading.sources': 'Sources et leurs dates',
  'fact.organisation': 'Organisation',
  'fact.scope': 'Périmètre',
  'fact.whole': 'Toute l’organisation',
  'fact.period': 'Période',
  'fact.days': 'du {from} au {until}, ces deux jours compris (UTC)',
  'fact.madeAt': 'Fait le',
  'fact.clock': 'Horloge',
  'fact.clockText': 'Celle du poste ; les têtes du journal portent son heure, et un horodatage lorsqu’il a été demandé',
  'fact.log': 'Journal',
  'fact.versions': 'En vigueur',
  'fact.versionsText': 'octroi {version}, politique {policy}, catalogue {catalogue}',
  overview:
    'Sur {total} contrôles, {met} sont satisfaits, {notMet} ne le sont pas, et pour {unknown} nul ne peut le dire aujourd’hui.',
  'verdicts.none': 'Aucune requête n’a été inscrite du {from} au {until}.',
  'verdicts.alt':
    'Requêtes par jour sur {days} jours : {allow} passées telles quelles, {redact} passées caviardées, {block} arrêtées.',
  'verdicts.allow': 'passées telles quelles : {count}',
  'verdicts.redact': 'passées caviardées : {count}',
  'verdicts.block': 'arrêtées : {count}',
  'verdicts.range': 'Jours avec des requêtes, du {first} au {last} ; comptés dans le registre.',
  'columns.controls': 'Contrôle et clauses auxquelles il répond|État|Valable',
  'holds.now': 'compté à la demande',
  'holds.until': 'jusqu’au {until}',
  'holds.not': '–',
  noGaps: 'Hors les cinq ci-dessus, aucun autre contrôle n’est ouvert.',
  since: 'Ainsi depuis le {since}, d’après le registre.',
  exception: 'Exception jusqu’au {untilOn}, dont répond {owner} : {reason}',
  exceptionOver: 'Une exception a pris fin le {untilOn} ({owner} : {reason}). Elle ne compte plus.',
  nothingSeen: 'Rien n’a été vu sur quoi il puisse reposer.',
  'proof.manifest':
    'Le manifeste nomme chaque fichier de ce dossier avec son SHA-256 et porte la signature de la clé du journal de l’organisation. Un fichier modifié, retiré ou ajouté est nommé.',
  'proof.sample':
    '{count} des {of} entrées que le journal compte pour la période ont été tirées par sa tête signée, de sorte que nul ne les a choisies ; il est prouvé que chacune est au journal.',
  'proof.limits':
    'Non prouvé : que ce que dit un enregistrement soit vrai, ni que chaque entrée de la période ait été comptée. Obtenez la clé de quelqu’un de confiance, non de ce dossier.',
  'source.policy': 'Politique {version}, en vigueur le {on}',
  'source.catalogue': 'Catalogue {version} : chaque fait avec sa source et le jour de sa lecture',
  'source.crosswalk': 'Clauses d’après {source}, lu le {on}',
  'note.ai_act':
    'Règlement IA, article 4 : sa rédaction a été modifiée par l’omnibus numérique sur l’IA (Parlement 2026-06-16, Conseil 2026-06-29) en un devoir de prendre des mesures qui favorisent la maîtrise de l’IA ; la bibliothèque du tableau a le texte de 2024.',
  'note.highRisk': 'Ne vaut que pour les systèmes à haut risque ; un assistant de code n’en est normalement pas un.',
  'note.anssi':
    'ANSSI R34 : aucune donnée sensible dans les requêtes à une IA générative sur Internet ; tout ce qui est envoyé reste un écart au regard de cette recommandation.',
  'oscal.catalog': 'Contrôles d’octroi',
  'oscal.results': 'Résultats d’évaluation d’octroi',
  'oscal.poam': 'Plan d’action et jalons d’octroi',
  'oscal.describes':
    'Ce qu’octroi a constaté de chaque contrôle le {at}, pour la période du {from} au {until}. Un contrôle dont nul ne peut rien dire n’est pas satisfait, pour le motif « other ».',
  'oscal.plan': 'Les contrôles d’octroi, examinés automatiquement',
  'oscal.nothing': 'Aucun contrôle n’est ouvert',
  'risk.not_met': 'Ce qui a été vu va contre le contrôle.',
  'risk.unknown': 'Nul ne peut dire si le contrôle est satisfait.',
  unknown: 'inconnu',
  toFillIn: 'À remplir par le responsable du traitement',
  lifetime: '{name} : {days} jours',
  'register.controller': 'Responsable du traitement',
  'register.contact': 'Coordonnées, représentant, délégué à la protection des données',
  'register.purpose': 'Finalité',
  'register.purposeText':
    'Usage d’assistants de code par IA sous offres commerciales, contrôlé et inscrit : ce qui part, sous quelles conditions, ce qui est retenu',
  'register.basis': 'Base légale',
  'register.subjects': 'Personnes concernées',
  'register.subjectsText':
    'Personnes qui peuvent envoyer : {count} ; autres personnes nommées dans le code, la configuration et les sorties de commandes',
  'register.categories': 'Catégories de données',
  'register.categoriesText':
    'Contenu des requêtes et fichiers selon les étiquettes de la politique ({labels}) ; qui a envoyé, quand et d’où ; détections sans leurs valeurs',
  'register.recipients': 'Destinataires et sous-traitants',
  'register.noContract': 'Aucun contrat n’est détenu',
  'register.transfers': 'Transferts hors de l’UE',
  'register.transfersText':
    'Par sous-traitant, autant que ses conditions le disent ; l’instrument de transfert est à nommer par le responsable',
  'register.lifetimes': 'Délais d’effacement',
  'register.measures': 'Mesures de sécurité',
  'register.measuresText':
    'Chaque contrôle avec son état, ses preuves et leur date, tel que constaté lors de l’établissement',
  'register.dpia': 'Analyse d’impact',
  'register.review': 'Prochaine revue de cette fiche',
  'sheet.processing': 'Traitement',
  'sheet.processors': 'Sous-traitants et transferts',
  'columns.processing': 'RGPD|Champ|Valeur|Source',
  'columns.processors': 'Contrat|Offre|Sous-traitant|Question|Ce que disent ses conditions|Source|Daté du|Lu le',
  readMe:
    'Dossier de preuves d’octroi\n\nmanifest.note      chaque fichier avec son SHA-256, signé par la clé du journal\nsummary.*.pdf      pour les lecteurs ; la posture y est jointe en JSON\nposture.json       contrôles, preuves, validité de chacun\ncontrols.json      les mêmes avec les clauses auxquelles ils répondent\nlog/               tête signée, clés, preuves des entrées qu’elle tire\nverify/            le vérificateur : tout Node à partir de 20.12, sans réseau\noscal/             NIST OSCAL 1.0.6 : catalogue, résultats, plan d’action\nregister/          traitement (RGPD 30), sous-traitants et transferts\ntraining/          qui détient quel module jusqu’à quand, par pseudonyme\nretention/         certificats des effacements de la période\nocsf/              événements de la période, OCSF 1.8\n\nPour vérifier, dans ce dossier :\n\n  node verify/octroi-verify.mjs . --key CLES\n\nCLES : le fichier de clés que l’organisation vous a remis par une autre voie. La copie log/keys.txt ne prouve rien par\nelle-même, ni le vérificateur de ce dossier : s’il le faut, prenez-le d’une source de confiance.\n\nUn état est ce qui a été constaté à l’instant qu’il nomme. Rien ici ne dit qu’une loi ou une norme est respectée.\n',
};
