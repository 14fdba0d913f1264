/** Stands where there is no model. */
export const none = -1
