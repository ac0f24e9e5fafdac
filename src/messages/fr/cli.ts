import type { cli as english } from '../en/cli.ts';
import type { Translated } from '../translated.ts';

export const cli: Translated<typeof english> = {
  hint: '  → {hint}',
  'help.intro': 'octroi : le poste de douane entre vos postes de travail et les assistants de programmation.',
  'help.more':
    'Pour chacune : octroi COMMANDE --help. Codes de sortie : 0 fait, 1 refusé, 2 mal appelée, 3 impossible ici, 4 panne de notre fait.',
  'help.options': 'Options',
  'help.examples': 'Exemples',
  'option.data': 'le dossier de données d’octroi (par défaut ./data)',
  'option.config': 'le fichier de réglages (par défaut octroi.yaml, s’il existe)',
  'option.json': 'écrire du JSON sur la sortie standard, et rien d’autre',
  'option.help': 'cette page',
  'option.person': 'à qui va la clé ; les écrans montrent un pseudonyme',
  'option.workspace':
    'l’équipe ou le projet (par défaut : default) ; pour un contrat, ceux qu’il sert, séparés par des virgules',
  'option.days': 'la durée de la clé, en jours (90 par défaut)',
  'option.language': 'la langue des refus que verra cette personne : fr ou en',
  'option.name': 'le nom du contrat (par défaut anthropic)',
  'option.plan': 'l’offre que vous avez chez le fournisseur (par défaut api)',
  'option.upstream': 'l’adresse du fournisseur (par défaut https://api.anthropic.com)',
  'option.organization': 'l’organisation qui doit répondre ; une autre arrête le contrat',
  'option.credential-file': 'le fichier qui contient la clé du fournisseur (par défaut : l’entrée standard)',
  'option.from': 'à partir de cet instant, UTC (2026-11-01 ou 2026-11-01T08:00)',
  'option.until': 'jusqu’à cet instant, UTC',
  'option.kind': 'seulement ces sortes d’enregistrement, séparées par des virgules',
  'option.pause-ms': 'la pause entre deux requêtes d’une personne, en millisecondes (4000 par défaut)',
  'up.summary': 'Faire tourner le poste : passerelle, console et base de données, sur cette machine',
  'up.ready':
    'octroi {version} est en service.\n\n  Console     {consoleUrl}\n  Connexion   {signInLink}\n              (une fois, dans l’heure ; `octroi console link` en crée un autre)\n  Passerelle  {gatewayUrl}\n',
  'up.client':
    'Dirigez Claude Code vers elle avec ces deux lignes :\n\n  export ANTHROPIC_BASE_URL={gatewayUrl}\n  export ANTHROPIC_AUTH_TOKEN=oct_…\n\nCréez la clé dans la console, page Clés, ou avec : octroi key create --person NOM',
  'up.contractFirst':
    'Ensuite : ajoutez votre contrat avec le fournisseur, puis créez une clé.\n\n  octroi contract add --organization ID < fichier-de-la-clé-du-fournisseur\n  octroi key create --person NOM\n\nLa seconde affiche les deux lignes qui dirigent Claude Code ici :\n\n  export ANTHROPIC_BASE_URL={gatewayUrl}\n  export ANTHROPIC_AUTH_TOKEN=oct_…',
  'up.stopping': 'octroi : arrêt en cours ; les réponses ouvertes peuvent se terminer…',
  'demo.summary': 'Faire tourner le poste avec un fournisseur et des personnes imaginaires, pour visiter',
  'demo.playing':
    '\nCe sont des données de démonstration : cinq personnes qui n’existent pas travaillent dans trois espaces. Ctrl-C y met fin.\nUn autre lien de connexion : octroi console link --data {data}',
  'contractAdd.summary': 'Ajouter le contrat sous lequel partent les échanges',
  'contractAdd.credential':
    'octroi : lecture de la clé du fournisseur sur l’entrée standard (tapez-la, Entrée, Ctrl-D)…',
  'contractAdd.done': 'octroi : contrat {name} ajouté ({id}). Son secret est scellé avec la clé maîtresse.',
  'contractAdd.noOrganization':
    'octroi : aucune organisation n’est nommée ; on ne peut donc pas vérifier laquelle répond. Nommez-la avec --organization pour qu’un écart arrête le contrat.',
  'contractList.summary': 'Lister les contrats',
  'contractList.none':
    'octroi : il n’y a pas encore de contrat. Ajoutez-en un avec : octroi contract add --organization ID < fichier-de-la-clé-du-fournisseur',
  'contractList.columns': 'ID|NOM|FOURNISSEUR|OFFRE|ORGANISATION|ADRESSE|ARRÊTÉ',
  'contractResume.summary': 'Laisser repartir les échanges sous un contrat arrêté',
  'contractResume.done': 'octroi : le contrat {contractId} est de nouveau actif.',
  'keyCreate.summary': 'Remettre une clé octroi à une personne',
  'keyCreate.once':
    'octroi : une clé pour {pseudonym} dans {workspace}, jusqu’au {expiresAt}. Elle n’est montrée que cette fois :',
  'keyCreate.contractFirst':
    'octroi : il n’y a pas encore de contrat ; les requêtes sont refusées jusqu’à : octroi contract add',
  'keyList.summary': 'Lister les clés, par leurs quatre derniers caractères',
  'keyList.none': 'octroi : il n’y a pas encore de clé. Créez-en une avec : octroi key create --person NOM',
  'keyList.columns': 'ID|CLÉ|PERSONNE|ESPACE|ÉTAT|JUSQU’AU',
  'keyRevoke.summary': 'Mettre fin à une clé, tout de suite et pour de bon',
  'keyRevoke.done': 'octroi : la clé {keyId} est révoquée.',
  'consoleLink.summary': 'Créer un lien qui connecte une fois à la console',
  'consoleLink.once': 'octroi : ce lien sert une fois, dans l’heure :',
  'export.summary': 'Écrire les enregistrements du registre sur la sortie standard, un JSON par ligne',
  'option.key': 'un fichier des clés auxquelles vous vous fiez, ou une clé elle-même ; se répète',
  'option.origin': 'le journal doit être celui de ce nom',
  'verify.summary':
    'Vérifier une preuve, un export, un journal ou des points de contrôle, hors ligne, à partir des seuls fichiers',
  'option.records': 'avec les enregistrements en clair ; sans eux le dossier ne contient aucune donnée personnelle',
  'option.out': 'le fichier à écrire (par défaut : la sortie standard)',
  'option.verifiable':
    'tel que `octroi verify` le prouve : toutes les feuilles du journal, et en clair les enregistrements retenus',
  'ledgerExport.summary': 'Écrire le journal entier en un dossier vérifiable hors ligne et que l’on peut servir',
  'ledgerExport.done':
    'octroi : le journal {origin}, {size} entrées, est dans {folder}. Vérifiez-le avec : octroi verify {folder} --key octroi-keys.txt',
  'ledgerProof.summary': 'Écrire la preuve d’un enregistrement, avec l’enregistrement lui-même',
  'ledgerCheckpoint.summary':
    'Écrire la tête signée du journal : gardez-la, et personne ne peut changer ce qui la précède',
  'ledgerConsistency.summary': 'Écrire la preuve que le journal n’a fait que grandir depuis ses SIZE entrées',
  'ledgerKeys.summary': 'Afficher les clés qui vérifient le journal, une par ligne',
  'ledgerRotateKeys.summary': 'Donner au journal de nouvelles clés de signature, inscrites dans le journal même',
  'ledgerRotateKeys.done': 'octroi : le journal est désormais signé de ces clés. Remettez-les à ceux qui le vérifient.',
};
