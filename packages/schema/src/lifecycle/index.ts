import './edition.queries.ts';
import './mutations/reply-to-review-comment.ts';
import './status-change.type.ts';
import './status-changed.subscription.ts';
