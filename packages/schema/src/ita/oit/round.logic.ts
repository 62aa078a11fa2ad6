/** The steps that the calendar of a round may have, in their order. */
export const roundSteps = ['IIT_EIT_SURVEY', 'OIT_ANSWERS', 'OIT_REVIEW', 'OIT_APPEAL', 'ANNOUNCEMENT'] as const;

/** The longest codes of items and of topics, in characters. */
export const ITEM_CODE_MAX = 20;
export const TOPIC_CODE_MAX = 40;
