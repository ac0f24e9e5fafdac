import type { noticeDpia as english, noticeDpiaLists as englishLists } from '../../en/notices/dpia.ts';
import type { Translated } from '../../translated.ts';

export const noticeDpia: Translated<typeof english> = {
  'dpia.heading.processing': 'Le traitement',
  'dpia.processing':
    'Le personnel de {organization} envoie du code source, de la configuration, des sorties de commandes et des questions à des assistants de code par IA de fournisseurs. octroi inspecte chaque requête, décide selon la politique, inscrit ce qui est parti et le transmet. Deux traitements se rencontrent : ce que le fournisseur fait de ce qu’il reçoit, et ce qu’octroi inscrit de qui envoie.',
  'dpia.heading.subjects': 'Les données de qui',
  'dpia.heading.data': 'Quelles données, et pour combien de temps',
  'dpia.heading.means': 'Moyens',
  'dpia.heading.recipients': 'Destinataires, sous-traitants, transferts',
  'dpia.heading.labels': 'Étiquettes des données',
  'dpia.heading.ways': 'Ce qui peut partir, et d’où',
  'dpia.heading.necessity': 'Nécessité et proportionnalité',
  'dpia.basis': 'Base légale de chacun des deux : {basis}.',
  'dpia.heading.risks': 'Risques pour les personnes',
  'dpia.risks':
    'Vraisemblance et gravité sont appréciées par le responsable, avec l’avis du délégué à la protection des données : octroi ne pèse aucun risque, et toutes deux sont inconnues tant que nul ne les a écrites.',
  'dpia.columns.risks': 'Risque|Ce qu’octroi y fait|Ce qui reste|Vraisemblance, gravité',
  'dpia.unjudged': 'inconnues : à apprécier',
  'dpia.heading.measures': 'Mesures en vigueur selon la politique',
  'dpia.measure.rule': '{id} : {text}',
  'dpia.measure.left': 'Règles d’octroi que cette politique a désactivées : {ids}',
  'dpia.measure.restore': 'Les remplacements sont rétablis dans : {places}',
  'dpia.measure.controls': 'Contrôles qui doivent être satisfaits : {controls}',
  'dpia.measure.exception': 'Écart dont répond {owner} jusqu’au {until} : {control} – {reason}',
  'dpia.measure.exceptionOver': 'Une exception échue le {until} ({owner}) : {control} – {reason}. Elle ne compte plus',
  'dpia.heading.rights': 'Droits des personnes',
  'dpia.heading.views': 'Avis',
  'dpia.views':
    'Conseil du délégué à la protection des données (article 35, paragraphe 2) : {toFillIn}. Avis des personnes ou de leurs représentants (article 35, paragraphe 9) : {toFillIn}. S’il faut consulter l’autorité au préalable (article 36) : {toFillIn}.',
  'dpia.anssi':
    'ANSSI, recommandations de sécurité pour l’IA générative, R34 : aucune donnée sensible dans les requêtes à une IA générative sur Internet. Tout ce que le tableau des voies laisse partir reste un écart au regard de cette recommandation.',
};

export const noticeDpiaLists: Translated<typeof englishLists> = {
  'dpia.subjects': [
    'Le personnel et les autres personnes qui travaillent avec un assistant.',
    'Les personnes nommées dans le code, la configuration, les données d’essai, les journaux et l’historique des dépôts : clients, auteurs, utilisateurs.',
  ],
  'dpia.necessity': [
    'Limitation des finalités : les enregistrements servent à la sécurité, à la protection des données et à la preuve ; aucun état sur le travail d’une personne n’en est tiré.',
    'Minimisation : sortes, tailles, étiquettes et empreintes à clé au lieu du contenu ; une valeur trouvée n’est nulle part.',
    'Exactitude : ce qui est envoyé est inscrit avant de partir ; un enregistrement n’est pas modifié.',
    'Limitation de la conservation : des jours par classe, exécutés chaque heure, avec un certificat par effacement.',
    'Information : la notice au personnel, écrite à partir de la même politique.',
  ],
  'dpia.risks': [
    'Des données personnelles parviennent à un fournisseur|Détecteurs, étiquettes, remplacements ou refus avant le départ|Ce qu’aucun détecteur ne connaît part ; images et PDF sont comptés et non lus',
    'Le fournisseur les garde ou en entraîne des modèles|Les offres grand public sont refusées ; l’organisation qui a répondu est comparée au contrat ; les conditions sont veillées|Les conditions changent après l’envoi ; ce qui est signalé comme abus est gardé plus longtemps ; ce que font vraiment les fournisseurs ne se voit pas d’ici',
    'Surveillance du personnel par les enregistrements|Pseudonymes, deux personnes pour un nom, aucun classement, rôles|Heures et volumes par pseudonyme sont lisibles des rôles qui voient les enregistrements ; qui administre la machine peut lire la base',
    'Un pseudonyme se devine aux habitudes|Les chemins peuvent être masqués dans les exports ; les espaces sous rétention nulle ne gardent que des comptes|Dans une petite équipe, l’espace et les heures peuvent suffire',
    'Une fuite du registre|Les enregistrements sont scellés par des clés de leurs personnes ; valeurs et contenu n’y sont pas|Chemins et noms de fichiers peuvent déjà dire quelque chose',
    'Un refus empêche quelqu’un de travailler|Le refus dit quoi retirer ; des dispenses de formation peuvent être données|Une détection à tort arrête une requête jusqu’à ce que quelqu’un change la règle',
    'Transfert hors de l’UE|Les régions du contrat et des conditions sont au catalogue|L’instrument du transfert est à nommer par le responsable',
  ],
  'dpia.law': [
    'RGPD, article 35, paragraphes 1, 2, 7 et 9 : quand une analyse est due, ce qu’elle contient, qui est entendu.',
    'CNIL, liste des traitements soumis à analyse (délibération 2018-327) : la surveillance constante de l’activité des employés y figure. Si c’est ici le cas, le responsable en décide.',
  ],
};
