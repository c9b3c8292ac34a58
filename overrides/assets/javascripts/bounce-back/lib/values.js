/** What a kept value may be, where it is as simple as that. */

/** @type {(value: unknown) => value is string} */
export const isText = (value) => typeof value === "string";

/** @type {(value: unknown) => value is boolean} */
export const isTick = (value) => typeof value === "boolean";
