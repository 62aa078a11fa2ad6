import './edition.queries.ts';
import './review-comment.acts.ts';
import './status-change.type.ts';
import './status-changed.subscription.ts';
