export { type Access, embeddedAccess } from './connect.ts';
export { superRole } from './embedded/initialize.ts';
export { type EmbeddedServer, startEmbedded } from './embedded/server.ts';
export { type StoreErrorCode, storeErrorCodes } from './errors.ts';
export { openMigrated, openStore, type Scoped, type Store, type StoreOptions } from './open-store.ts';
export type { Tables } from './tables.ts';
