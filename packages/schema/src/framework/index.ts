import './framework.type.ts';
import './framework.queries.ts';
import './mutations/add-framework.ts';
import './mutations/add-framework-mission.ts';
import './mutations/add-framework-sub-mission.ts';
import './mutations/complete-framework.ts';
