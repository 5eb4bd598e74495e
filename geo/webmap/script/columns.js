// Columns of whole numbers.

/** Stands for null among whole numbers. */
export const NONE = -2147483648;

/** A column as whole numbers, NONE where it has none. @param {ArrayLike<number | null> & {column?: {ints?: () => Int32Array}}} column */
export const ints = (column) => column.column?.ints?.() ?? (column instanceof Int32Array ? column : Int32Array.from(column, (value) => value ?? NONE));
