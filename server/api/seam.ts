/** Real history ends with this day; every chart marks the boundary (rule 1.1). */
export const SEAM = "2026-09-23";
