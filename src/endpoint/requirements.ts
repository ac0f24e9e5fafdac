/**
 * A path that must not be read by an assistant: what a rule has to stop, and the label it comes from. `/x` and `C:/x` count
 * from the root, `~/x` from the home, `**` + `/x` from any folder of a project, all else from the project itself. `*`, `?`,
 * `[a-z]` and `**` stand for what they stand for in .gitignore; braces there are none.
 */
export type ProtectedPath = { readonly label: string; readonly path: string };

/** What a company asks of its workstations. */
export type Requirements = {
  /** The gateway every client must be pointed at; undefined takes any address that is not the vendor's. */
  readonly gatewayUrl: string | undefined;
  readonly minimumVersion: string | undefined;
  readonly maxCleanupDays: number;
  readonly protectedPaths: readonly ProtectedPath[];
};

/** What is asked where no policy says otherwise: files that by convention hold secrets, and the client's own 30 days. */
export const defaultRequirements: Requirements = {
  gatewayUrl: undefined,
  minimumVersion: undefined,
  maxCleanupDays: 30,
  protectedPaths: [
    { label: 'restricted', path: '.env' },
    { label: 'restricted', path: 'secrets/credentials.json' },
  ],
};
