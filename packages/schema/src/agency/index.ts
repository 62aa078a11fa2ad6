import './agency.type.ts';
import './agency.queries.ts';
import './mutations/keep-units.ts';
import './mutations/remove-unit.ts';
import './mutations/keep-positions.ts';
import './mutations/remove-position.ts';
import './mutations/statutory-powers.ts';
import './mutations/acting-appointments.ts';
