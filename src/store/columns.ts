import type { ColumnType } from 'kysely';

/** A column that is set when the row is made and never changes. */
export type Fixed<T> = ColumnType<T, T, never>;

/** A column of a view. */
export type ReadOnly<T> = ColumnType<T, never, never>;

/** A bigint, which the driver reads as text. */
export type Count = ColumnType<string, number, number>;
