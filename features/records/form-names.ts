/** What stands before the name of each field of a unit's form: `content.agreements.0.signedOn`. */
export const CONTENT_PREFIX = 'content.';

/** What stands before the path in the name of a choice after a conflict. */
export const CHOICE_PREFIX = 'choice.';

/** What stands before the path in the name of a third wording after a conflict. */
export const EDIT_PREFIX = 'edit.';
