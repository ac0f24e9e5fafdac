/** Comment s’appelle chaque nature d’enregistrement. */
export const recordKindNames: Readonly<Record<string, string>> = {
  exchange_declared: 'Échange déclaré',
  exchange_refused: 'Échange refusé',
  exchange_finished: 'Échange terminé',
  exchange_abandoned: 'Échange laissé ouvert',
  key_created: 'Clé créée',
  key_revoked: 'Clé révoquée',
  contract_added: 'Contrat ajouté',
  contract_stopped: 'Contrat arrêté',
  contract_resumed: 'Contrat repris',
  policy_in_force: 'Politique en vigueur',
  console_signed_in: 'Connexion à la console',
  person_invited: 'Personne invitée',
  person_disabled: 'Personne suspendue',
  person_enabled: 'Personne rétablie',
  account_secured: 'Mot de passe ou clé d’accès posés',
  client_signed_in: 'Client connecté',
  client_signed_out: 'Client déconnecté',
  tool_result: 'Outil exécuté sur un poste',
  tool_decision: 'Décision sur un outil',
  retention_sweep: 'Traces locales balayées',
  telemetry_received: 'Télémétrie reçue',
  hook_answered: 'Hook répondu',
};

/** Comment s’appelle chaque classe d’enregistrements, d’où dépend leur durée. */
export const retentionClassNames: Readonly<Record<string, string>> = {
  declaration: 'Déclarations',
  administration: 'Administration',
};
