import type { settings as english } from '../en/settings.ts';
import type { Translated } from '../translated.ts';

export const settings: Translated<typeof english> = {
  data: 'Le dossier de la base embarquée et de la clé maîtresse.',
  language: 'La langue des refus avant que l’on sache qui demande, et celle des nouvelles personnes : fr ou en.',
  'database.url':
    'Votre propre PostgreSQL (14 ou plus récent) au lieu de la base embarquée : le compte de l’application.',
  'database.migrationUrl':
    'Le compte qui possède les tables et les fait migrer, s’il n’est pas celui de `database.url`.',
  'gateway.host': 'L’adresse d’écoute de la passerelle.',
  'gateway.port': 'Le port d’écoute de la passerelle ; 0 prend un port libre.',
  'gateway.publicUrl': 'L’adresse sous laquelle les clients joignent la passerelle, derrière un proxy TLS.',
  'gateway.maxBodyBytes': 'La plus grande requête, avant et après décompression.',
  'gateway.maxHeldBytes': 'Ce que toutes les requêtes en cours peuvent tenir ensemble en mémoire.',
  'gateway.bodyIdleMs': 'Le temps pendant lequel un client peut ne rien envoyer au milieu d’une requête.',
  'gateway.upstreamHeadMs': 'Le temps que le fournisseur peut mettre à commencer sa réponse.',
  'gateway.upstreamIdleMs': 'Le temps pendant lequel le fournisseur peut ne rien envoyer au milieu d’une réponse.',
  'gateway.drainMs': 'Le temps qu’un arrêt laisse aux réponses ouvertes.',
  'gateway.firstPingMs':
    'Quand un flux retenu par octroi reçoit son premier ping ; les clients affichent un bandeau après 20 s.',
  'gateway.pingEveryMs': 'L’intervalle entre les suivants.',
  'policy.folder':
    'Le dossier des fichiers de la politique ; ./policy, s’il existe, quand rien n’est nommé. Ses changements sont repris sans redémarrage.',
  'gateway.trustedProxies':
    'Les mandataires placés devant la passerelle (adresses ou réseaux) dont X-Forwarded-For est cru.',
  'gateway.models':
    'Les modèles que `/v1/models` énumère, sous la forme ID ou ID=NOM ; vide, la liste du fournisseur est transmise.',
  'signIn.notice': 'L’avis au personnel que les clients affichent à la connexion, 500 caractères au plus.',
  'signIn.accessMinutes': 'La durée d’un jeton d’accès, avant que le client en demande un autre de lui-même.',
  'signIn.sessionDays': 'Le temps pendant lequel un client reste connecté avant que sa personne se reconnecte.',
  'signIn.issuer':
    'L’émetteur de votre fournisseur d’identité (OpenID Connect) ; vide, les personnes ont des comptes ici.',
  'signIn.providerName': 'Le nom que la page de connexion donne à votre fournisseur d’identité ; vide, son nom d’hôte.',
  'signIn.clientId': 'L’identifiant de client sous lequel octroi est inscrit chez le fournisseur d’identité.',
  'signIn.clientSecretFile': 'Le fichier qui contient le secret du client ; vide pour un client public.',
  'signIn.nameClaim':
    'L’attribut qui nomme une personne ; un attribut que les personnes ne peuvent pas changer elles-mêmes.',
  'signIn.groupsClaim': 'L’attribut qui énumère les groupes d’une personne.',
  'signIn.scopes': 'Les portées demandées en plus d’openid.',
  'signIn.workspaces': 'Quel groupe travaille dans quel espace, sous la forme GROUPE=ESPACE ; * désigne tout le monde.',
  'signIn.roles':
    'Quel groupe a quel rôle, sous la forme GROUPE=ROLE : mots de votre politique ou, pour la console, octroi-admin, octroi-security, octroi-dpo, octroi-auditor, octroi-lead.',
  'hooks.inferenceSecretFile':
    'Le fichier qui contient le secret de signature (whsec_…) des hooks d’inférence du fournisseur ; vide, ils ne sont pas servis.',
  'detection.without': 'Les détecteurs intégrés qui ne doivent pas tourner, par leurs identifiants.',
  'detection.rules': 'Des fichiers de règles supplémentaires au format de gitleaks.',
  'detection.dictionaries': 'Des fichiers de mots de l’entreprise, en clair ou faits par `octroi dictionary build`.',
  'detection.scanBudgetMs': 'Le temps que peut prendre l’inspection d’une requête avant que celle-ci soit refusée.',
  'detection.mappingLifetimeMs':
    'Le temps pendant lequel les valeurs d’une conversation restent en mémoire après son dernier usage, pour que ce qui revient soit caviardé comme avant.',
  'ledger.waitMs': 'Le temps qu’une requête attend une base absente avant d’être refusée.',
  'ledger.name':
    'Ce d’après quoi se nomment les journaux de cette installation ; chacun porte ce nom et l’identifiant de son locataire. Un journal garde son nom.',
  'ledger.periodMs': 'Le temps, au plus, entre deux têtes signées gardées pour de bon, même quand rien n’est inscrit.',
  'ledger.httpHost': 'L’adresse où le journal est servi, en lecture seule.',
  'ledger.httpPort': 'Le port où le journal est servi ; 0 ne le sert pas.',
  'ledger.witnesses': 'Les témoins qui cosignent les têtes gardées : pour chacun son adresse, une espace et sa clé.',
  'ledger.timeStampUrl': 'L’autorité qui horodate les têtes gardées (RFC 3161).',
  'ledger.timeStampRoots': 'Le fichier des certificats racine, en PEM, auxquels on se fie pour cette autorité.',
  'evidence.packFolder':
    'Le dossier où est écrit le dossier de preuves de chaque mois achevé ; vide : aucun n’est fait de lui-même.',
  'evidence.packLanguage': 'La langue de ces dossiers : `en` ou `fr`.',
  'fleet.staleAfterHours': 'Au bout de combien d’heures sans rapport un poste est inconnu pour chaque contrôle.',
  'fleet.bundleFile':
    'Le paquet signé de la politique remis aux postes quand ils font leur rapport ; relu à chaque fois.',
  'retention.sweepEveryMs': 'À quel rythme un poste en marche efface ce dont la durée est échue.',
  'retention.backupDays':
    'Pendant combien de jours les sauvegardes de la base sont gardées ; les certificats d’effacement le disent. 0 : non dit.',
  'console.host': 'L’adresse d’écoute de la console.',
  'console.port': 'Le port d’écoute de la console ; 0 prend un port libre.',
  'console.publicUrl': 'L’adresse sous laquelle on ouvre la console, derrière un proxy TLS.',
  'console.hosts': 'D’autres noms d’hôte sous lesquels la console peut être ouverte.',
  'files.remindAfterDays': 'Après combien de jours chez le fournisseur un fichier déposé est signalé comme en retard.',
  'files.reconcileEveryMs':
    'À quel intervalle un poste en service compare son inventaire de fichiers aux listes des fournisseurs et rappelle ceux en retard ; 0 pour jamais.',
  'catalogue.archives':
    'Les archives des conditions des fournisseurs (Open Terms Archive : dossiers, bundles ou adresses) auxquelles un poste en service compare le catalogue.',
  'catalogue.watchEveryMs': 'À quel intervalle il le fait.',
  'catalogue.keys': 'Les clés publiques dont un catalogue plus récent peut être signé.',
  'egress.mode':
    'Le mandataire de sortie : off, observe (laisser passer et inscrire), warn (le dire aussi à l’exploitant) ou enforce (imposer).',
  'egress.host': 'L’adresse où le mandataire de sortie écoute.',
  'egress.port': 'Le port où le mandataire de sortie écoute ; 0 en prend un libre.',
  'egress.tlsPort': 'Le port où le mandataire de sortie écoute en TLS ; 0 : aucun.',
  'egress.tlsCertificate': 'Le fichier de son certificat et de ceux qui le signent, en PEM ; relu chaque heure.',
  'egress.tlsKey': 'Le fichier de sa clé privée, en PEM.',
  'egress.callerAuthorities':
    'Le fichier des autorités, en PEM, dont les certificats disent au mandataire, en TLS, quel poste demande ; vide : aucune.',
  'egress.ports': 'Les ports où l’on peut se connecter.',
  'egress.otherHosts': 'Ce que deviennent les hôtes dont la politique ne dit rien : refuse ou pass.',
  'egress.observed': 'Règles qui ne font qu’inscrire, en mode enforce.',
  'egress.warned': 'Règles qui ne font qu’inscrire et le dire à l’exploitant, en mode enforce.',
  'egress.networks':
    'D’où l’on n’a pas à dire qui l’on est ; ailleurs la clé octroi, ou le laissez-passer d’un poste, est le mot de passe du mandataire.',
  'egress.reachable': 'Réseaux internes que l’on peut tout de même joindre par le mandataire.',
  'egress.inspected':
    'Les hôtes dans les connexions desquels on regarde, par leur nom : chaque requête est jugée par son chemin. N’ouvre rien de ce qu’une règle refuse.',
  'egress.tenants':
    'La valeur propre à l’entreprise des en-têtes qui tiennent un compte à son organisation, sous la forme EN-TÊTE=VALEUR ; pour Anthropic, à défaut, les organisations des contrats.',
  'egress.upstreamAuthorities':
    'Un fichier de certificats, en PEM, d’autorités auxquelles on se fie pour les hôtes inspectés en plus de celles du système ; vide : aucune.',
  'egress.uninspectable':
    'Ce que devient un client qui n’accepte pas le certificat d’un hôte inspecté : refuse, ou pass, selon son seul hôte.',
  'egress.uninspectableMs': 'Pendant combien de temps cela vaut pour lui ; ensuite on réessaie.',
  'egress.gatewaySources':
    'Adresses et noms sous lesquels les passerelles figurent dans les journaux importés, outre les adresses de cette machine.',
  'egress.logFolder': 'Un dossier de journaux de mandataires et de résolveurs, lus à mesure ; vide : aucun.',
  'egress.logEveryMs': 'À quelle fréquence ce dossier est regardé.',
  'egress.syslogHost': 'L’adresse où des journaux sont reçus par syslog.',
  'egress.syslogPort': 'Le port où des journaux sont reçus par syslog, UDP et TCP ; 0 : aucun.',
  'siem.file':
    'Le fichier auquel s’ajoutent les événements destinés au SIEM, un par ligne en JSON (OCSF 1.8) ; vide n’en écrit pas.',
  'siem.fileMaxBytes': 'La taille que peut atteindre ce fichier avant de devenir FICHIER.1.',
  'siem.fileKeep': 'Combien de fichiers précédents restent.',
  'siem.syslog':
    'Le récepteur auquel les événements sont envoyés en syslog (RFC 5424) : tls://HÔTE:6514 ou tcp://HÔTE:601 ; vide n’en envoie pas.',
  'siem.syslogFormat': 'Ce que contient un message syslog : ocsf (JSON) ou cef.',
  'siem.otlp':
    'Le collecteur auquel les événements sont envoyés en journaux OpenTelemetry : https://HÔTE:4318/v1/logs ; vide n’en envoie pas.',
  'siem.otlpEncoding': 'Leur forme : protobuf ou json.',
  'siem.otlpHeadersFile':
    'Le fichier des en-têtes pour ce collecteur, un par ligne sous la forme NOM: VALEUR, par exemple un jeton.',
  'siem.caFile':
    'Le fichier des certificats racine, en PEM, avec lesquels les deux récepteurs sont vérifiés ; vide prend les certificats usuels.',
  'siem.certificateFile': 'Le fichier du certificat, en PEM, qu’octroi montre aux deux récepteurs.',
  'siem.keyFile': 'Le fichier de la clé privée de ce certificat, en PEM.',
  'siem.paths': 'Si les événements disent les chemins des fichiers : masked (dossiers personnels en ~) ou none.',
  'siem.since':
    'Le jour ou l’instant (UTC) à partir duquel un nouveau récepteur reçoit les événements ; vide lui envoie tout le journal.',
  'siem.waitMs': 'Le temps qu’un récepteur peut prendre pour un lot avant qu’il soit renvoyé.',
};
