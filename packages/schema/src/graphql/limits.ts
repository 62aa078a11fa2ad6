/**
 * The limits of a request, in one place, except those that an operator may change, which are configuration; docs/limits.md lists all of
 * them for clients.
 */

/** The most items of a page, and of a list that a client sends. */
export const PAGE_MAX = 100;
export const LIST_MAX = 250;
/** The most groups of an answer, and the keys that rows can be grouped by at once. */
export const GROUPS_MAX = 1_000;
export const GROUP_KEYS_MAX = 5;

/** The words and signs of a document, and its lines. */
export const TOKENS_MAX = 5_000;
export const LINES_MAX = 5_000;
/** How deep the parts of a document may be nested, checked before anything reads their meaning. */
export const DOCUMENT_NESTING_MAX = 200;

/** Letters of a name in a document: of a field, a fragment, an operation, a variable, or a field's other name. */
export const NAME_LENGTH_MAX = 200;

/** How deep the values of variables may stand inside each other, and how many there may be. */
export const VARIABLES_NESTING_MAX = 30;
export const VARIABLES_VALUES_MAX = 50_000;

/** Fields of an operation with its fragments written out, for every type that they may be asked of. */
export const FIELDS_MAX = 3_000;
/** How often one selection may ask for the same field under different names. */
export const REPEATS_MAX = 50;

/** Conditions of all filters of an operation, how deep they may stand inside each other, and the values in their lists. */
export const CONDITIONS_MAX = 250;
export const CONDITIONS_NESTING_MAX = 12;
export const CONDITIONS_VALUES_MAX = 2_000;
/** Letters of a text in a condition or another argument of a query; and of a cursor, which may hold the longest text of a record. */
export const LENGTH_MAX = 500;
export const CURSOR_LENGTH_MAX = 20_000;
/** Letters of a text to search for. */
export const SEARCH_LENGTH_MAX = 200;
/** A text to search for stands for a condition for every few letters: each of its words becomes several. */
export const CHARACTERS_PER_CONDITION = 10;

/** What all questions about the schema of a request may cost: the usual one of tools is a fifth of it. */
export const INTROSPECTION_COST_MAX = 50_000;

/** The sizes of a refusal: its fields, the letters of a sentence, the places in the document, and the bytes of all errors of an answer. */
export const PROBLEMS_SHOWN_MAX = 50;
export const SENTENCE_LENGTH_MAX = 600;
export const LOCATIONS_SHOWN_MAX = 10;
export const ERRORS_BYTES_MAX = 60_000;

/** Objects among the values that are saved with a query: lists of conditions, each with its own. */
export const SAVED_OBJECTS_MAX = 100;

/** The cost of a request: an object costs 1, and these are parts of it. */
export const LEAF_COST = 0.05;
export const TEXT_COST = 0.1;
export const CONDITION_COST = 1;
export const LISTED_VALUE_COST = 0.1;
/** How much more a field costs, with all below it, when it is asked as of a moment. */
export const AS_OF_COST = 3;
