import type { noticeStaff as english, noticeStaffLists as englishLists } from '../../en/notices/staff.ts';
import type { Translated } from '../../translated.ts';

export const noticeStaff: Translated<typeof english> = {
  'staff.heading.who': 'Qui en répond',
  'staff.who': 'Responsable du traitement : {organization}. Questions sur vos données : {contact}.',
  'staff.heading.why': 'À quoi cela sert',
  'staff.basis': 'Base légale : {basis}.',
  'staff.heading.what': 'Ce qu’octroi voit et ce qu’il inscrit',
  'staff.reads':
    'octroi se tient entre votre poste et le fournisseur de l’assistant. Il lit chaque requête en mémoire, pour y trouver secrets, données personnelles et mots confidentiels, et ne la garde pas plus longtemps que la conversation ne l’exige : les valeurs remplacées restent en mémoire un temps borné, et ne sont écrites nulle part. Ce qu’il inscrit, et pour combien de temps :',
  'staff.heading.not': 'Ce qu’il ne fait pas',
  'staff.heading.capture': 'Contenu',
  'staff.heading.see': 'Qui peut le voir',
  'staff.see.pseudonym':
    'Partout dans la console et ses états une personne est un pseudonyme, un mot tiré au hasard qui ne dit rien de son nom.',
  'staff.see.reveal':
    'Un nom n’est levé que si une personne qui en a le droit ({roles}) le demande, avec un motif, et qu’une autre confirme dans la journée. Les deux actes sont inscrits.',
  'staff.see.command':
    'Qui administre la machine où tourne octroi a accès à sa base et aux noms ; les enregistrements eux-mêmes sont scellés sous des clés.',
  'columns.see': 'Rôle|Ce qu’il peut voir',
  'staff.heading.vendor': 'Qui reçoit ce que vous envoyez',
  'staff.vendor':
    'Ce qui part va au fournisseur de l’assistant, sous-traitant de l’organisation selon son contrat. Ce que ses conditions en disent :',
  'staff.heading.effect': 'Ce que vous remarquerez',
  'staff.training.required':
    'Qui n’a pas de formation à jour est refusé jusqu’à ce qu’il l’ait suivie ({modules}) ; échue, elle vaut encore {days} jours.',
  'staff.training.free': 'Cette politique n’exige aucune formation avant de pouvoir envoyer.',
  'staff.training.any': 'une formation quelconque',
  'staff.heading.rights': 'Vos droits',
  'staff.rights.how':
    'Les demandes vont à : {contact}. La réponse vient sous un mois (RGPD, article 12, paragraphe 3).',
};

export const noticeStaffLists: Translated<typeof englishLists> = {
  'staff.purposes': [
    'Les données de l’organisation, de ses clients et de son personnel ne parviennent pas à des fournisseurs qui pourraient les garder ou en entraîner des modèles.',
    'Ce qui est parti, sous quelles conditions et jusqu’à quand le fournisseur le garde, peut être montré.',
    'Sécurité : les secrets ne partent pas ; un incident peut être reconstitué.',
  ],
  'staff.not': [
    'Il ne garde ni vos questions ni les réponses, sauf si la section « Contenu » dit autre chose.',
    'Il n’écrit jamais la valeur de ce qu’il a trouvé, dans aucun enregistrement, journal, message d’erreur ni écran, sauf si elle figure dans un contenu capturé comme le dit la section « Contenu ».',
    'Il ne classe personne, ne mesure la production de personne et ne compare pas les personnes.',
    'Il ne prend aucune décision sur une personne : un refus porte sur une requête.',
    'Il n’enregistre ni frappes au clavier, ni écrans, ni présence.',
  ],
  'staff.seen': [
    'octroi-admin|tous les enregistrements, par pseudonyme ; peut prendre part à la levée d’un nom',
    'octroi-dpo|tous les enregistrements, par pseudonyme ; répond aux demandes des personnes, efface, peut prendre part à la levée d’un nom',
    'octroi-security|tous les enregistrements, par pseudonyme',
    'octroi-auditor|tous les enregistrements, par pseudonyme ; ne change rien',
    'octroi-lead|qui a une formation à jour, par pseudonyme ; rien d’autre',
    'chaque personne|ses propres formations, et sur demande tout ce qui est détenu sur elle',
  ],
  'staff.effects': [
    'Une requête qui ne peut pas partir est refusée aussitôt ; le refus dit quoi retirer, dans la langue de la personne.',
    'Un secret peut être remplacé avant de partir ; dans la réponse, la valeur est rétablie là où la politique le dit.',
    'Un compte personnel chez le fournisseur est refusé avant toute lecture.',
  ],
  'staff.rights': [
    'Accès (RGPD, article 15) : tout ce qu’octroi détient sur une personne lui est remis, et cette remise est inscrite.',
    'Rectification (article 16) : les enregistrements ne sont pas modifiés ; ce qui est faux est corrigé par un autre à côté.',
    'Effacement (article 17) : ce qui est inscrit sur une personne peut être effacé, avec un certificat, sauf si un gel le retient.',
    'Limitation (article 18) : octroi n’a pas d’acte propre pour cela ; l’organisation répond à une telle demande.',
    'Opposition (article 21), lorsque la base est l’intérêt légitime.',
    'Réclamation à l’autorité de contrôle (article 77) ; en France, la CNIL.',
  ],
  'staff.law': [
    'RGPD, article 13 : ce dont une personne est informée lorsque des données sont collectées auprès d’elle. Cette notice en suit le fil.',
  ],
};
